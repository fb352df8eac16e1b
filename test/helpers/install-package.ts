/** Packs the package and installs it, once for all test files. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestProject } from 'vitest/node';
import { root } from './paths.ts';

/** The tarball of the package, as `npm pack --json` describes it. */
export interface Packed {
  filename: string;
  size: number;
  files: { path: string }[];
}

declare module 'vitest' {
  export interface ProvidedContext {
    packed: Packed;
    /** The folder with the installed package and its tarball. */
    installation: string;
  }
}

export default function installPackage({ provide }: TestProject): () => void {
  const installation = realpathSync(mkdtempSync(join(tmpdir(), 'starlight-credits-installed-')));
  // Scripts are not needed, as `npm test` has just built the package.
  const answer = JSON.parse(npm(['pack', root, '--json', '--ignore-scripts'], installation));
  const [packed] = (Array.isArray(answer) ? answer : Object.values(answer)) as [Packed];
  npmInstall(installation, '--offline', `./${packed.filename}`);
  createNpx(installation);
  provide('packed', packed);
  provide('installation', installation);
  return () => rmSync(installation, { recursive: true, force: true });
}

/**
 * Creates an `npx` that runs the installed command directly, as that of npm is slow. It is written before
 * the tests, as a script cannot run while it is written.
 */
function createNpx(installation: string): void {
  const bin = `${installation}/node_modules/starlight-credits/bin/starlight-credits.cjs`;
  const script = `#!/bin/sh
[ "$1" = --yes ] && shift
case "$1" in starlight-credits | starlight-credits@*) ;; *) exit 127 ;; esac
shift
exec "${process.execPath}" "${bin}" "$@"
`;
  mkdirSync(`${installation}/npx`);
  writeFileSync(`${installation}/npx/npx`, script, { mode: 0o755 });
}

/** Installs packages in an empty folder. */
export function npmInstall(folder: string, ...packages: string[]): void {
  writeFileSync(`${folder}/package.json`, '{ "private": true, "type": "module" }');
  npm(['install', '--no-audit', '--no-fund', ...packages], folder);
}

function npm(args: string[], cwd: string): string {
  return execFileSync('npm', args, {
    cwd,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
}
