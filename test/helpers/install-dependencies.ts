/** Installs the test site and the test tools, so that `npm test` works in a fresh clone. */
import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { site, tools } from './paths.ts';

export default function installDependencies(): void {
  for (const path of [site, tools]) install(path);
}

function install(path: string): void {
  const installed = `${path}/node_modules/.package-lock.json`;
  const locked = `${path}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  console.log(`Installing ${path} …`);
  // `npm ci` could fail, as the lockfile may lack optional packages of other platforms.
  execFileSync('npm', ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: path,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
}
