import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { stripBom } from '../text/strip-bom.ts';
import { readPageFile } from './read-file.ts';

/** Hidden folders, and folders of dependencies and build output. */
const SKIPPED = /^(?:\..*|node_modules|dist|build|vendor)$/;

/**
 * Whether a file, a folder or a link exists at a path, even a broken link.
 *
 * @throws {NodeJS.ErrnoException} if that cannot be determined, for example without permission
 */
export function exists(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // One of the folders in the path is a file.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
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

/** Returns the sorted names of the folders in a folder. */
export function foldersIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => entry.isDirectory() && !SKIPPED.test(entry.name))
    .map(({ name }) => name);
}

/** Returns the sorted names of everything in a folder that is not a folder. */
export function filesIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);
}

/** Returns the files in a folder and its subfolders: paths relative to it, with `/`. */
export function filesBelow(folder: string): string[] {
  const below = foldersIn(folder).flatMap((name) =>
    filesBelow(join(folder, name)).map((path) => `${name}/${path}`),
  );
  return [...filesIn(folder), ...below];
}

function entriesIn(folder: string): Dirent[] {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    return entries.sort((a, b) => (a.name < b.name ? -1 : 1));
  } catch {
    return [];
  }
}
