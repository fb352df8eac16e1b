import { Buffer } from 'node:buffer';
import { readFileSync, statSync } from 'node:fs';
import { stripBom } from '../text/strip-bom.ts';
import type { CommandProcess } from './command-process.ts';

/** Text from bytes that should be UTF-8. */
interface DecodedText {
  /** Without a byte order mark. Bytes that are not UTF-8 are replaced with U+FFFD. */
  text: string;
  /** The offset of the first character that replaces such bytes. */
  invalidAt?: number;
}

/**
 * Only a file with U+FFFD is decoded here. On Node 24, a text from `TextDecoder` takes two bytes for each
 * character, even if one from `readFileSync` takes one: with 100,000 credits, the peak memory of a build is
 * 480 MB instead of 550.
 *
 * @throws {NodeJS.ErrnoException} if the file cannot be read
 */
export function readTextFile(path: string): DecodedText {
  checkRegular(path);
  const text = readFileSync(path, 'utf8');
  return text.includes('\ufffd') ? decode(readFileSync(path)) : { text: stripBom(text) };
}

export async function readStandardInput({ stdin }: CommandProcess): Promise<DecodedText> {
  const chunks: Buffer[] = [];
  for await (const chunk of stdin) chunks.push(Buffer.from(chunk as Uint8Array));
  return decode(Buffer.concat(chunks));
}

/**
 * Returns the day in UTC on which a file was written, as `YYYY-MM-DD`.
 *
 * @throws {NodeJS.ErrnoException} if there is no file
 */
export function dayOfFile(path: string): string {
  return statSync(path).mtime.toISOString().slice(0, 10);
}

/**
 * Reading a pipe or a device could block forever. A folder cannot be read, which is said better then.
 *
 * @throws {NodeJS.ErrnoException} if there is no file
 * @throws {Error} if it is not a regular file
 */
export function checkRegular(path: string): void {
  const stats = statSync(path);
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is not a regular file');
}

/** Decodes UTF-8. The decoder removes a byte order mark. */
function decode(bytes: Buffer): DecodedText {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    const text = new TextDecoder().decode(bytes);
    return { text, invalidAt: firstInvalid(text, bytes) };
  }
}

/** Returns the index in a decoded text of the first byte that is not UTF-8. */
function firstInvalid(text: string, bytes: Buffer): number {
  const bom = bytes.subarray(0, 3).equals(Buffer.from('\ufeff')) ? 3 : 0;
  let index = text.indexOf('\ufffd');
  for (let at = bom, from = 0; index >= 0; index = text.indexOf('\ufffd', index + 1)) {
    at += Buffer.byteLength(text.slice(from, index));
    if (!bytes.subarray(at, at + 3).equals(Buffer.from('\ufffd'))) return index;
    from = index;
  }
  return 0;
}

/**
 * Returns the text of an existing page, or `undefined` if it does not exist.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be read
 * @throws {Error} if it is not a regular file
 */
export function readPageFile(path: string): string | undefined {
  try {
    checkRegular(path);
    return readFileSync(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
}

/** Returns the text of a file without a byte order mark, or `undefined` if it cannot be read. */
export function readIfPossible(path: string): string | undefined {
  try {
    const text = readPageFile(path);
    return text === undefined ? undefined : stripBom(text);
  } catch {
    return;
  }
}

/**
 * Reads a file without changing any character. A byte order mark is kept.
 *
 * @throws {NodeJS.ErrnoException} if the file cannot be read
 * @throws {TypeError} if it is not UTF-8
 */
export function readExactly(path: string): string {
  checkRegular(path);
  return decodeExactly(readFileSync(path));
}

/** @throws {TypeError} if the bytes are not UTF-8 */
export function decodeExactly(bytes: Uint8Array): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
}
