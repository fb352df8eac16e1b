/** Installs the test site and the test tools, so that `npm test` works in a fresh clone. */
import { execFile } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { site, tools } from './paths.ts';

export default async function installDependencies(): Promise<void> {
  await Promise.all([site, tools].map((path) => install(path)));
}

/** Installs the packages in the lockfile of a folder, unless they are installed. */
export async function install(path: string, ...options: string[]): Promise<void> {
  const installed = `${path}/node_modules/.package-lock.json`;
  const locked = `${path}/package-lock.json`;
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(locked).mtimeMs) return;
  console.log(`Installing ${path} …`);
  // `npm ci` could fail, as the lockfile may lack optional packages of other platforms.
  await promisify(execFile)(
    'npm',
    ['install', '--no-save', '--no-audit', '--no-fund', '--loglevel=error', ...options],
    { cwd: path, shell: process.platform === 'win32' },
  );
}
