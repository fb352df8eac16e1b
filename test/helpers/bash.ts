import { execFile } from 'node:child_process';
import { delimiter } from 'node:path';
import { installation } from './installation.ts';
import { isSlow } from './test-size.ts';

/** Runs a script like a CI job, which stops at the first command that fails. */
export function bash(script: string, cwd: string, env: Record<string, string> = {}) {
  // The slow tests use the `npx` of npm.
  const path = isSlow ? process.env.PATH : `${installation}/npx${delimiter}${process.env.PATH}`;
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
