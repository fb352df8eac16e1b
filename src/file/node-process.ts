import { Buffer } from 'node:buffer';
import { fstatSync, writeSync } from 'node:fs';
import type { CommandProcess, OutputStream } from './command-process.ts';

type Name = 'stdout' | 'stderr';

/** The signals of Ctrl-C, of another process, and of a terminal that is closed. */
const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

interface NodeProcess extends CommandProcess {
  /**
   * Ends the process at once, unless a stream may still have output to write. A process that ends by
   * itself frees its memory first, which takes time.
   */
  end(): void;
}

/**
 * Wraps Node's process.
 *
 * @param fail called with the error if an output cannot be written
 */
export function nodeProcess(process: NodeJS.Process, fail: (error: Error) => void): NodeProcess {
  const stdout = outputOf(process, 'stdout', fail);
  const stderr = outputOf(process, 'stderr', fail);
  return {
    argv: process.argv,
    env: process.env,
    cwd: () => process.cwd(),
    get stdin() {
      return process.stdin;
    },
    stdout,
    stderr,
    onEnd(listener) {
      for (const signal of ENDS) process.on(signal, listener);
      return () => {
        for (const signal of ENDS) process.off(signal, listener);
      };
    },
    end() {
      if (!stdout.isStream() && !stderr.isStream()) process.exit();
    },
  };
}

interface ProcessOutput extends OutputStream {
  /** Whether Node's stream is open; it may write asynchronously. */
  isStream(): boolean;
}

/**
 * Standard output or standard error. Creating Node's stream takes time, so text is written to the
 * descriptor synchronously. If the descriptor does not accept all of it, the stream writes the rest.
 */
function outputOf(
  process: NodeJS.Process,
  name: Name,
  fail: (error: Error) => void,
): ProcessOutput {
  const descriptor = name === 'stdout' ? 1 : 2;
  // Only the stream knows the encoding of a Windows terminal.
  const isWindows = process.platform === 'win32';
  let stream: NodeJS.WriteStream | undefined;
  const failed = (error: NodeJS.ErrnoException) => {
    // The reader has closed the pipe, as `head` does.
    if (error.code !== 'EPIPE') fail(error);
  };
  const open = () => {
    stream ??= process[name].on('error', failed);
    return stream;
  };
  return {
    isStream: () => stream !== undefined,
    get isTTY() {
      return (isWindows || mayBeTerminal(descriptor)) && open().isTTY;
    },
    write(text) {
      if (stream || isWindows) return open().write(text);
      try {
        const rest = writeWithoutWaiting(descriptor, Buffer.from(text));
        return rest.length === 0 || open().write(rest);
      } catch (error) {
        failed(error as Error);
        return;
      }
    },
  };
}

/** Whether a descriptor may be a terminal. Only the stream knows for certain. */
function mayBeTerminal(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isCharacterDevice();
  } catch {
    return false;
  }
}

/**
 * Writes as much as the descriptor accepts without waiting, and returns the rest.
 *
 * @throws {NodeJS.ErrnoException} if the descriptor cannot be written to
 */
function writeWithoutWaiting(descriptor: number, bytes: Buffer): Buffer {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return rest;
}
