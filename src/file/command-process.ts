/** The process that a command runs in: the part of Node's `process` that commands use. */
export interface CommandProcess {
  argv: string[];
  env: Record<string, string | undefined>;
  cwd(): string;
  stdin: AsyncIterable<Uint8Array | string>;
  stdout: OutputStream;
  stderr: OutputStream;
  /**
   * Calls a listener when the process is asked to end, for example by Ctrl-C. As long as there is a
   * listener, the process does not end by itself.
   *
   * @returns a function that removes the listener
   */
  onEnd(listener: () => void): () => void;
}

export interface OutputStream {
  isTTY?: boolean;
  write(text: string): unknown;
}

/** Exit code: success, or nothing to do. */
export const DONE = 0;
/** Exit code: the page is out of date or is not reproduced. */
export const NO = 1;
/** Exit code: an invalid source, an unreadable file or a usage error. */
export const FAILED = 2;

export type ExitCode = typeof DONE | typeof NO | typeof FAILED;

/**
 * Whether to color the output of a stream.
 *
 * @see https://no-color.org and https://force-color.org
 */
export function takesColor(stream: OutputStream, { env }: CommandProcess): boolean {
  if (env.NO_COLOR) return false;
  if (env.FORCE_COLOR) return env.FORCE_COLOR !== '0';
  return Boolean(stream.isTTY) && env.TERM !== 'dumb';
}
