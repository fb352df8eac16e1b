import { readdirSync } from 'node:fs';
import { join } from 'node:path';

/** Hidden folders, and folders of dependencies and build output. */
const SKIPPED = /^(?:\..*|node_modules|dist|build|vendor)$/;

/** The sorted names of what is in a folder. */
export interface FolderNames {
  /** Everything that is not a folder. */
  files: string[];
  folders: string[];
}

/** Returns the names of what is in a folder: none if it cannot be read. */
export function listFolder(folder: string): FolderNames {
  const names: FolderNames = { files: [], folders: [] };
  try {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (!entry.isDirectory()) names.files.push(entry.name);
      else if (!SKIPPED.test(entry.name)) names.folders.push(entry.name);
    }
  } catch {
    return names;
  }
  names.files.sort();
  names.folders.sort();
  return names;
}

export function foldersIn(folder: string): string[] {
  return listFolder(folder).folders;
}

export function filesIn(folder: string): string[] {
  return listFolder(folder).files;
}

/** Returns the files in a folder and its subfolders: paths relative to it, with `/`. */
export function filesBelow(folder: string): string[] {
  const { files, folders } = listFolder(folder);
  const below = folders.flatMap((name) =>
    filesBelow(join(folder, name)).map((path) => `${name}/${path}`),
  );
  return [...files, ...below];
}
