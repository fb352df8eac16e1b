import { spawnSync } from 'node:child_process';

/** Runs a script as a CI job does, which stops at the first command that fails. */
export function bash(script: string, cwd: string, env: Record<string, string> = {}) {
  const { status, stdout, stderr } = spawnSync(
    'bash',
    ['--noprofile', '--norc', '-e', '-o', 'pipefail', '-c', script],
    {
      cwd,
      encoding: 'utf8',
      maxBuffer: 2 ** 24,
      // Offline, so that npx runs the installed package or none.
      env: { ...process.env, npm_config_offline: 'true', npm_config_loglevel: 'error', ...env },
    },
  );
  return { code: status, stdout, stderr };
}
