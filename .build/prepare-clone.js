/**
 * Completes a clone in which npm runs `prepare` for `npm install --global git+…`, as pre-commit does. Up
 * to version 11, npm prepares the clone with `--global` as well. Then it does not install the packages
 * that the build needs, and replaces the installation folder by a link to the clone, which it
 * removes later (https://github.com/npm/cli/issues/9406).
 */
import { execSync } from 'node:child_process';
import { existsSync, lstatSync, mkdirSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';

const clone = realpathSync(`${import.meta.dirname}/..`);

if (!existsSync(`${clone}/node_modules/rolldown`)) installPackages();
if (process.env.npm_config_global && clone.includes(join('_cacache', 'tmp', 'git-clone'))) {
  removeLinkToClone();
}

function installPackages() {
  const ignored = /^npm_config_(?:global|location|omit|prefix)$/i;
  const env = Object.entries(process.env).filter(([name]) => !ignored.test(name));
  // `npm ci` would run `prepare` again.
  execSync('npm ci --include=dev --ignore-scripts --no-audit --no-fund', {
    cwd: clone,
    env: Object.fromEntries(env),
    stdio: 'inherit',
  });
}

function removeLinkToClone() {
  const { npm_config_global_prefix: prefix, npm_package_name: name } = process.env;
  const installed = join(prefix, process.platform === 'win32' ? '.' : 'lib', 'node_modules', name);
  if (!lstatSync(installed, { throwIfNoEntry: false })?.isSymbolicLink()) return;
  if (realpathSync(installed) !== clone) return;
  rmSync(installed);
  // npm extracts the package into it.
  mkdirSync(installed);
}
