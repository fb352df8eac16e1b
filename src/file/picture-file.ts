import { Buffer } from 'node:buffer';
import { closeSync, existsSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { reasonOf } from './system-error.ts';

/** A reason why a file is not a picture, and the fix. */
interface PictureProblem {
  reason: string;
  remedy: string;
}

/** The formats that Astro, GitHub and browsers show. */
const EXTENSION = /\.(?:avif|gif|jpe?g|png|svg|webp)$/i;

/** Whether a file has the name of a picture. */
export function isPictureName(name: string): boolean {
  return EXTENSION.test(name);
}

/** Returns the names of everything in a folder, in one form of Unicode. */
export function namesIn(folder: string): ReadonlySet<string> {
  return new Set(readdirSync(folder).map((name) => name.normalize()));
}

/**
 * Returns why a file is not a picture, or `undefined` if it is one. It has to exist under exactly this name,
 * so that a page is the same on every system.
 *
 * @param names returns what {@link namesIn} does
 */
export function pictureProblem(
  path: string,
  names: typeof namesIn,
): PictureProblem | 'missing' | undefined {
  try {
    if (!existsSync(path) || !names(dirname(path)).has(basename(path).normalize())) {
      return 'missing';
    }
    const stats = statSync(path);
    if (stats.isDirectory()) {
      return { reason: 'it is a folder', remedy: 'write the path of a file in it' };
    }
    if (!stats.isFile()) {
      return { reason: 'it is not a regular file', remedy: 'write the path of a picture' };
    }
    if (!isPictureName(path)) {
      const remedy = 'use a file that ends in .avif, .gif, .jpg, .png, .svg or .webp';
      return { reason: 'its name has another extension', remedy };
    }
    return contentProblem(startOf(path));
  } catch (error) {
    return { reason: reasonOf(error), remedy: 'check the path and its permissions' };
  }
}

/** The number of bytes that are searched for the start of an SVG. Comments may precede it. */
const START = 65_536;

/** The start of a file. To allocate it for each file would take longer than to read the file. */
const bytes = Buffer.alloc(START);

/** Returns the first bytes of a file, each as a character. */
function startOf(path: string): string {
  const file = openSync(path, 'r');
  try {
    // The `latin1` of `TextDecoder` is windows-1252, in which the first byte of a PNG is another character.
    return bytes.toString('latin1', 0, readSync(file, bytes));
  } finally {
    closeSync(file);
  }
}

const SIGNATURES = /^(?:\x89PNG\r\n|\xff\xd8\xff|GIF8|RIFF[\s\S]{4}WEBP|[\s\S]{4}ftypavi[fs])/;

function contentProblem(start: string): PictureProblem | undefined {
  if (SIGNATURES.test(start) || /<svg[\s>]/.test(start)) return;
  if (start === '') return { reason: 'it is empty', remedy: 'write the path of a picture' };
  if (start.startsWith('version https://git-lfs.')) {
    return { reason: 'it is only a pointer of Git LFS', remedy: 'fetch it with "git lfs pull"' };
  }
  return { reason: 'it has other content', remedy: 'write the path of a picture' };
}
