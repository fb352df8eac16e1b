/** What is there already. */
import { type Dirent, lstatSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { readPageFile } from './read-file.ts';

/** Folders that hold what others wrote, or what was built. */
const SKIPPED = /^(?:\..*|node_modules|dist|build|vendor)$/;

/** Whether there is anything of this name, be it a link that leads nowhere. */
export function isTaken(path: string): boolean {
  try {
    return lstatSync(path, { throwIfNoEntry: false }) !== undefined;
  } catch (error) {
    // A file stands where one of its folders would be.
    if ((error as NodeJS.ErrnoException).code === 'ENOTDIR') return false;
    throw error;
  }
}

/** The text of a file that may help, without a byte order mark; nothing where it cannot be read. */
export function readIfPossible(path: string): string | undefined {
  try {
    return readPageFile(path)?.replace(/^\ufeff/, '');
  } catch {
    return;
  }
}

/** The names of the folders in a folder, in order. */
export function foldersIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => entry.isDirectory() && !SKIPPED.test(entry.name))
    .map(({ name }) => name);
}

/** The names of all else in a folder, in order. */
export function filesIn(folder: string): string[] {
  return entriesIn(folder)
    .filter((entry) => !entry.isDirectory())
    .map(({ name }) => name);
}

/** The files in a folder and in those below it: paths relative to it, with `/`. */
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
