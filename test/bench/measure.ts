/** Runs whole processes, one after the other, and compares them. */
import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, realpathSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A process to run; by default it is Node that runs. */
export interface Command {
  program?: string;
  args: string[];
  cwd: string;
  env?: Record<string, string>;
  shell?: boolean;
  /** What it writes, relative to the folder: taken away before a run, and looked for after it. */
  writes?: string;
  /** Before and after a run, neither of them in its time. */
  before?: () => void;
  after?: () => void;
}

export interface Run {
  seconds: number;
  /** Peak memory, where the process is Node and was asked for it. */
  bytes: number;
}

/** The runs of one command in the order of the rounds, or why there are none. */
export type Runs = Run[] | Error;

/** What Node 20 reads at every start: it triples a bare one and would hide everything else. */
export const TAKEN_OUT = 'NODE_EXTRA_CA_CERTS';

/** The environment of the runs: without the variables that npm sets for scripts. */
const environment = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => name !== TAKEN_OUT && !/^npm_/i.test(name)),
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
  let said = '';
  const begin = process.hrtime.bigint();
  const child = spawn(program, args, { cwd, env, shell, stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.resume();
  child.stderr.on('data', (chunk) => {
    said = `${said}${chunk}`.slice(-2000);
  });
  const code = await new Promise<unknown>((done, fail) => {
    child.on('error', fail);
    child.on('close', (status, signal) => done(status ?? signal));
  });
  const seconds = Number(process.hrtime.bigint() - begin) / 1e9;
  command.after?.();
  if (code !== 0) throw new Error(`${[program, ...args].join(' ')} ended with ${code}\n${said}`);
  if (written && statSync(written).size === 0) throw new Error(`${written} is empty`);
  return { seconds, bytes: peakFile ? peakIn(peakFile) : Number.NaN };
}

/** The processes of a run add up; the least that can be said of one is its highest line. */
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
  /** A first round that does not count, so that all files are in the memory of the machine. */
  warm?: boolean;
  memory?: boolean;
}

/**
 * Runs the commands in turn, round by round, so that what slows the machine down slows down all of
 * them. Every other round goes backwards. A command that fails is left out of what follows.
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

/** A folder that is the only one of its name, outside every project. */
export function temporary(name: string): { path: string; remove: () => void } {
  const path = realpathSync(mkdtempSync(join(tmpdir(), `starlight-credits-bench-${name}-`)));
  return {
    path,
    remove: () => rmSync(path, { recursive: true, force: true, maxRetries: 5 }),
  };
}
