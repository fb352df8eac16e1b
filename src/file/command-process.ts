/** The process that a command runs in: the part of Node's `process` that commands use. */
export interface CommandProcess {
  argv: string[];
  env: Record<string, string | undefined>;
  cwd(): string;
  stdin: AsyncIterable<Uint8Array | string> & { isTTY?: boolean };
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
