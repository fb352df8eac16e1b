/** Measures processes, which run one after the other. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A process to run. */
export interface Command {
  /** The default is Node. */
  program?: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
  shell?: boolean;
  /** A file that it writes, relative to `cwd`. It is removed before a run, and must exist after it. */
  writes?: string;
  /** Called before a run, which is not measured. `after` is called after a run. */
  before?: () => void;
  after?: () => void;
}

export interface Run {
  seconds: number;
  /** The peak memory, or `NaN` if it was not measured. */
  bytes: number;
}

/** The runs of a command in the order of the rounds, or the error of a run. */
export type Runs = Run[] | Error;

/** A variable that triples the start time of Node 20, which reads the certificates at every start. */
export const UNSET_VARIABLE = 'NODE_EXTRA_CA_CERTS';

/** The environment of the runs, without that variable and those that npm sets for scripts. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== UNSET_VARIABLE && !/^npm_/i.test(name)),
);

const hook = fileURLToPath(new URL('memory.cjs', import.meta.url));

async function run(command: Command, peakFile?: string): Promise<Run> {
  const { program = process.execPath, args, cwd, shell = false } = command;
  const written = command.writes && join(cwd, command.writes);
  if (written) rmSync(written, { force: true });
  if (peakFile) rmSync(peakFile, { force: true });
  command.before?.();
  const measured = peakFile && {
    NODE_OPTIONS: `--require ${JSON.stringify(hook)}`,
    BENCH_PEAK_FILE: peakFile,
  };
  const env = { ...environment, ...command.env, ...measured };
  let stderr = '';
  const begin = process.hrtime.bigint();
  const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.resume();
  child.stderr.on('data', (chunk) => {
    stderr = `${stderr}${chunk}`.slice(-2000);
  });
  const code = await new Promise<unknown>((done, fail) => {
    child.on('error', fail);
    child.on('close', (status, signal) => done(status ?? signal));
  });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  command.after?.();
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} exited with ${code}\n${stderr}`);
  if (written && statSync(written).size === 0) throw new Error(`${written} is empty`);
  return { seconds, bytes: peakFile ? peakIn(peakFile) : Number.NaN };
}

/** Returns the sum of the peak memory of all processes of a run. A process may write several lines. */
function peakIn(file: string): number {
  const peaks = new Map<string, number>();
  for (const line of readFileSync(file, 'utf8').trim().split('\n')) {
    const [id = '', bytes] = line.split(' ');
    peaks.set(id, Math.max(peaks.get(id) ?? 0, Number(bytes)));
  }
  return [...peaks.values()].reduce((sum, bytes) => sum + bytes, 0);
}

interface Rounds {
  rounds: number;
  /** Whether to run a round that does not count first, so that all files are in the file cache. */
  warm?: boolean;
  /** Whether to measure peak memory. */
  memory?: boolean;
}

/**
 * Runs the commands alternately, so that other load on the machine affects all of them. The order is
 * reversed in every other round. A command that fails is not run again.
 */
export async function sideBySide<Name extends string>(
  commands: Record<Name, Command>,
  { rounds, warm = true, memory = false }: Rounds,
): Promise<Record<Name, Runs>> {
  const names = Object.keys(commands) as Name[];
  const found = Object.fromEntries<Runs>(names.map((name) => [name, []])) as Record<Name, Runs>;
  const scratch = temporary('peak');
  for (let round = warm ? -1 : 0; round < rounds; round += 1) {
    for (const name of round % 2 === 0 ? names : names.toReversed()) {
      const soFar = found[name];
      if (soFar instanceof Error) continue;
      try {
        const one = await run(commands[name], memory ? join(scratch.path, 'peak') : undefined);
        if (round >= 0) soFar.push(one);
      } catch (error) {
        found[name] = error as Error;
      }
    }
    process.stderr.write('.');
  }
  scratch.remove();
  return found;
}

/** Creates a temporary folder with a unique name, outside the project. */
export function temporary(name: string): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `starlight-credits-bench-${name}-`)));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}
