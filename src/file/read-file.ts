import { Buffer } from 'node:buffer';
import { existsSync, readFileSync, statSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { reportTo } from '../diagnostics/report.ts';
import { foldCrlf } from '../text/fold-line-ends.ts';
import type { CommandProcess } from './command-process.ts';

/** Standard input or output on the command line. */
export const STANDARD = '-';

/** The default names of a source. */
export const SOURCES = ['credits.yaml', 'credits.yml'] as const;

/** Returns the name of the source in the current folder, or the default if there is none. */
export function findSource(process: CommandProcess): string {
  return SOURCES.find((name) => existsSync(resolve(process.cwd(), name))) ?? 'credits.yaml';
}

/**
 * Reads a source. If it cannot be read, that is reported on the file.
 *
 * @param path relative to the current folder, or `-`
 * @param commands the names of commands, for a hint if the user misspelled one
 */
export async function readSourceFile(
  path: string,
  process: CommandProcess,
  commands: readonly string[],
): Promise<VFile> {
  if (path === STANDARD)
    return decode(new VFile({ cwd: process.cwd() }), await readAll(process.stdin));
  const absolute = resolve(process.cwd(), path);
  const file = new VFile({ cwd: process.cwd(), path: displayPath(absolute, process) });
  try {
    const text = readFile(absolute, 'utf8');
    // Bytes that are not UTF-8 have been replaced.
    if (text.includes('\ufffd')) return decode(file, readFile(absolute));
    file.value = text.replace(/^\ufeff/, '');
    return file;
  } catch (error) {
    const report = reportTo(file);
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      const near = nearest(path, commands);
      const looked = (SOURCES as readonly string[]).includes(path) && SOURCES.join(' or ');
      report('source-missing', undefined, { ...(near && { near }), ...(looked && { looked }) });
    } else report('source-unreadable', undefined, { reason: reasonOf(error) });
    return file;
  }
}

/** Reads a regular file. A pipe or a device could block forever. */
function readFile(path: string): Buffer;
function readFile(path: string, encoding: 'utf8'): string;
function readFile(path: string, encoding?: 'utf8'): Buffer | string {
  const stats = statSync(path);
  if (!stats.isFile() && !stats.isDirectory()) throw new Error('it is not a regular file');
  return readFileSync(path, encoding);
}

/** Decodes UTF-8 into the value of a file, without a byte order mark. */
function decode(file: VFile, bytes: Uint8Array): VFile {
  try {
    file.value = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    file.value = new TextDecoder().decode(bytes);
    const start = firstInvalid(file.value, Buffer.from(bytes));
    reportTo(file)('source-not-utf8', { start, end: start + 1 }, {});
  }
  return file;
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

async function readAll(stream: CommandProcess['stdin']): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(Buffer.from(chunk as Uint8Array));
  return Buffer.concat(chunks);
}

/** Returns the text of an existing page, or `undefined` if there is none. */
export function readPageFile(path: string): string | undefined {
  try {
    return readFile(path, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
}

/**
 * Reads a file without changing any character. A byte order mark is kept.
 *
 * @throws {NodeJS.ErrnoException} if the file cannot be read
 * @throws {TypeError} if it is not UTF-8
 */
export function readExactly(path: string): string {
  return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(readFile(path));
}

/**
 * Reads a page to import, with LF line ends. A byte order mark is kept.
 *
 * @throws {NodeJS.ErrnoException} if the file cannot be read
 * @throws {TypeError} if it is not UTF-8
 */
export function readPageText(path: string): string {
  return foldCrlf(readExactly(path));
}

/** Returns a path as messages show it: relative to the current folder, with `/`. */
export function displayPath(absolute: string, process: CommandProcess): string {
  const path = relative(process.cwd(), absolute).split(sep).join('/') || '.';
  // GitHub runs a line that starts with `::` as a workflow command.
  return path.startsWith('::') ? `./${path}` : path;
}

/** Returns the reason of a file system error, as messages show it. */
export function reasonOf(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  const reasons: Record<string, string> = {
    EACCES: 'permission denied',
    EFBIG: 'the file is too large',
    ERR_STRING_TOO_LONG: 'the file is too large',
    ERR_FS_FILE_TOO_LARGE: 'the file is too large',
    ENOENT: 'the file does not exist',
    ERR_ENCODING_INVALID_ENCODED_DATA: 'not encoded as UTF-8',
    ELOOP: 'its symbolic links form a cycle',
    EISDIR: 'it is a folder, not a file',
    ENOSPC: 'the disk is full',
    ENOTDIR: 'part of the path is not a folder',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
  };
  return reasons[code ?? ''] ?? message;
}
