/** Installs the fixture site once, so that a fresh clone needs no further command. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { site } from './paths.ts';

export default function setup(): void {
  const installed = `${site}/node_modules/.package-lock.json`;
  const locked = `${site}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  console.log('Installing the fixture site …');
  // Not `npm ci`: the lockfile may lack packages that are optional, and for other platforms.
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund'], {
    cwd: site,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
