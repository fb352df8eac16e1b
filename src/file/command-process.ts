/** What a command needs of the process that it runs in. Node's `process` is one. */
export interface CommandProcess {
  argv: string[];
  env: Record<string, string | undefined>;
  cwd(): string;
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: Output;
  stderr: Output;
  /**
   * Has something called when the process is asked to end, by Ctrl-C or otherwise; it does not end
   * by itself then.
   *
   * @returns what takes that back
   */
  onEnd(listener: () => void): () => void;
}

export interface Output {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** The exit codes of the command. */
export const DONE = 0;
/** The answer is no. */
export const NO = 1;
/** It could not be done: invalid source, unreadable file, wrong usage. */
export const FAILED = 2;

export type ExitCode = typeof DONE | typeof NO | typeof FAILED;

/** Whether a stream takes colours: where a person reads it, and as the environment wishes. */
export function takesColor(stream: Output, { env }: CommandProcess): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return Boolean(stream.isTTY) && env.TERM !== 'dumb';
}
