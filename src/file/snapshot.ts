import { Buffer } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, readSync, type Stats, statSync } from 'node:fs';
import process from 'node:process';
import { checkRegular } from './read-file.ts';

/**
 * The content of a file at a point in time. The file stays open, so that what other programs write to it can
 * still be read after it has been replaced. On Windows, an open file could not be replaced.
 */
export class Snapshot {
  readonly bytes: Buffer;
  readonly stats: Stats;
  readonly #path: string;
  #descriptor: number | undefined;

  private constructor(path: string, descriptor: number) {
    this.#path = path;
    this.#descriptor = descriptor;
    this.stats = fstatSync(descriptor);
    this.bytes = readAll(descriptor);
  }

  /**
   * @returns `undefined` if there is no file
   * @throws {NodeJS.ErrnoException} if it cannot be read, or is a link
   * @throws {Error} if it is not a regular file
   */
  static of(path: string): Snapshot | undefined {
    try {
      checkRegular(path);
      // Windows has no such flags.
      const flags = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
      const descriptor = openSync(path, flags);
      try {
        return new Snapshot(path, descriptor);
      } catch (error) {
        closeSync(descriptor);
        throw error;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
      throw error;
    }
  }

  /** Whether the path still leads to this file, and its content is the same. */
  get isCurrent(): boolean {
    // The path is checked last, as nothing protects it until a rename.
    return this.current().equals(this.bytes) && this.isInPlace;
  }

  /** Whether the path still leads to this file. */
  get isInPlace(): boolean {
    const now = statSync(this.#path, { throwIfNoEntry: false });
    return now?.ino === this.stats.ino && now.dev === this.stats.dev;
  }

  /** Returns the current content of this file, also if it has been replaced. */
  current(): Buffer {
    return this.#descriptor === undefined ? this.bytes : readAll(this.#descriptor);
  }

  /** Prepares the file to be replaced. */
  release(): void {
    if (process.platform === 'win32') this.close();
  }

  close(): void {
    if (this.#descriptor !== undefined) closeSync(this.#descriptor);
    this.#descriptor = undefined;
  }
}

/** Reads a whole file, wherever the position of its descriptor is. */
function readAll(descriptor: number): Buffer {
  const chunks: Buffer[] = [];
  // One byte more, to find the end without another buffer.
  let chunk = Buffer.allocUnsafe(fstatSync(descriptor).size + 1);
  for (let position = 0; ; ) {
    const length = readSync(descriptor, chunk, 0, chunk.length, position);
    chunks.push(chunk.subarray(0, length));
    if (length < chunk.length)
      return chunks.length === 1 ? (chunks[0] as Buffer) : Buffer.concat(chunks);
    position += length;
    chunk = Buffer.allocUnsafe(CHUNK);
  }
}

const CHUNK = 65_536;
