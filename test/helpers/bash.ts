import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { delimiter } from 'node:path';
import { installation } from './installation.ts';
import { isSlow } from './test-size.ts';

/** Runs a script like a CI job, which stops at the first command that fails. */
export function bash(script: string, cwd: string, env: Record<string, string> = {}) {
  const path = isSlow ? process.env.PATH : `${npxFolder()}${delimiter}${process.env.PATH}`;
  const options = {
    cwd,
    maxBuffer: 2 ** 24,
    env: {
      ...process.env,
      PATH: path,
      // npx must run the installed package, not one from the registry.
      npm_config_offline: 'true',
      npm_config_loglevel: 'error',
      ...env,
    },
  };
  return new Promise<{ code: unknown; stdout: string; stderr: string }>((done) => {
    execFile(
      'bash',
      ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script],
      options,
      (error, stdout, stderr) => done({ code: error ? error.code : 0, stdout, stderr }),
    );
  });
}

/**
 * Creates a folder with an `npx` that runs the installed command directly, as the `npx` of npm is slow.
 * `npm run test:slow` uses that.
 */
function npxFolder(): string {
  const bin = `${installation}/node_modules/starlight-credits/bin/starlight-credits.cjs`;
  const script = `#!/bin/sh
[ "$1" = --yes ] && shift
case "$1" in starlight-credits | starlight-credits@*) ;; *) exit 127 ;; esac
shift
exec "${process.execPath}" "${bin}" "$@"
`;
  const folder = `${installation}/npx`;
  mkdirSync(folder, { recursive: true });
  writeFileSync(`${folder}/npx`, script, { mode: 0o755 });
  return folder;
}
