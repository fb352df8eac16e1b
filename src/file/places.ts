/** Where things are, and where they go. */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Where a page goes whose source names no output. */
export function defaultOutput(folder: string): string {
  const docs = join(folder, 'src', 'content', 'docs');
  const isFolder = statSync(docs, { throwIfNoEntry: false })?.isDirectory();
  return join(isFolder ? docs : folder, 'credits.md');
}

/** The nearest folder, this one or one above, that holds a `.git`; else this one. */
export function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return folder;
  }
}

/** Whether a path is inside of a folder. */
export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

/** A path without symbolic links, as far as it exists. */
export function realPath(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    return parent === path ? path : join(realPath(parent), basename(path));
  }
}
