/** The package as a stranger gets it. */
import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll } from 'vitest';
import { root } from './paths.ts';

const shell = process.platform === 'win32';

/** What `package.json` says. */
export const about = JSON.parse(readFileSync(`${root}/package.json`, 'utf8')) as {
  version: string;
  scripts: Record<string, string>;
};

/**
 * A folder, until all tests of a file are done, in which the package is installed, as it is
 * packed. A folder inside is one of somebody who uses it.
 */
export function installed(): string {
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'starlight-credits-installed-')));
  afterAll(() => rmSync(path, { recursive: true, force: true }));
  const npm = (...args: string[]) =>
    execFileSync('npm', args, {
      cwd: path,
      shell,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    });
  // What `npm test` has just built; to build it again would pull it away from the other tests.
  const said = JSON.parse(npm('pack', root, '--json', '--ignore-scripts'));
  const [{ filename }] = Array.isArray(said) ? said : Object.values(said);
  writeFileSync(`${path}/package.json`, '{ "private": true, "type": "module" }');
  npm('install', '--no-audit', '--no-fund', '--offline', `./${filename}`);
  return path;
}

/** An empty folder inside of one, with these files in it. */
export function folderIn(path: string, files: Record<string, string>): string {
  const made = mkdtempSync(join(path, 'project-'));
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(made, name)), { recursive: true });
    writeFileSync(join(made, name), content);
  }
  return made;
}

/** Runs a script as a job of CI does, which stops at the first command that fails. */
export function bash(script: string, cwd: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script],
    // What is not installed is not to be fetched.
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
      env: { ...process.env, npm_config_offline: 'true', npm_config_loglevel: 'error', ...env },
    },
  );
  return { code: status, stdout, stderr };
}
