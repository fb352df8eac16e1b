import { spawnSync } from 'node:child_process';
import { tools } from './paths.ts';

/** Runs prek, which reads the configuration of pre-commit. */
export function prek(args: string[], cwd: string, env: Record<string, string> = {}) {
  const bin = `${tools}/node_modules/@j178/prek/bin/prek.js`;
  const { status, stdout, stderr } = spawnSync(process.execPath, [bin, ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, npm_config_offline: 'true', PREK_COLOR: 'never', ...env },
  });
  return { code: status, output: stdout + stderr };
}
