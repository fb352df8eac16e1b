/** Node's process as the host of a command. */
import { Buffer } from 'node:buffer';
import { writeSync } from 'node:fs';
import type { CommandProcess, Output } from './command-process.ts';

type Name = 'stdout' | 'stderr';

/** How a process is asked to end: by Ctrl-C, by another process, by a terminal that is closed. */
const ENDS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** A process as a host. */
interface NodeProcess extends CommandProcess {
  /**
   * Ends the process with its exit code. One that ends by itself lets go of its memory first, piece
   * by piece, and that takes a while; it does so where a stream may have something to write yet.
   */
  end(): void;
}

/**
 * The process as a host.
 *
 * @param fail takes the error of an output that cannot be written
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

interface ProcessOutput extends Output {
  /** Whether there is a stream, which may write later what it is given. */
  isStream(): boolean;
}

/**
 * A standard output. Its stream takes Node a while to make, and a few words need none: they are
 * written at once, as far as that goes, unless there is a stream already.
 */
function outputOf(
  process: NodeJS.Process,
  name: Name,
  fail: (error: Error) => void,
): ProcessOutput {
  let stream: NodeJS.WriteStream | undefined;
  const failed = (error: NodeJS.ErrnoException) => {
    // Whoever reads our output may have read enough of it.
    if (error.code !== 'EPIPE') fail(error);
  };
  const open = () => {
    stream ??= process[name].on('error', failed);
    return stream;
  };
  return {
    isStream: () => stream !== undefined,
    get isTTY() {
      return open().isTTY;
    },
    write(text) {
      // A terminal of Windows wants its text in another encoding, which its stream knows.
      if (stream || process.platform === 'win32') return open().write(text);
      try {
        const rest = writeAtOnce(name === 'stdout' ? 1 : 2, Buffer.from(text));
        return rest.length === 0 || open().write(rest);
      } catch (error) {
        failed(error as Error);
        return;
      }
    },
  };
}

/** Writes what can be written without waiting for a reader, and returns the rest. */
function writeAtOnce(descriptor: number, bytes: Buffer): Buffer {
  let rest = bytes;
  try {
    while (rest.length > 0) rest = rest.subarray(writeSync(descriptor, rest));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
  }
  return rest;
}
