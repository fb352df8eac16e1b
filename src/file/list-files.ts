import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Hidden folders, and folders of dependencies and build output. */
const SKIPPED = /^(?:\..*|node_modules|dist|build|vendor)$/;

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
