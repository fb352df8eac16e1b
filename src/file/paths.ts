/** Where things are, and where they go. */
import { existsSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Where a page goes whose source names no output. */
export function defaultOutput(folder: string): string {
  const docs = join(folder, 'src', 'content', 'docs');
  return join(isFolder(docs) ? docs : folder, 'credits.md');
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
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

/** Links in links that are followed, at most. */
const LINKS = 40;

/** A path without symbolic links, as far as it exists; one that leads nowhere is followed, too. */
export function realPath(path: string, links = LINKS): string {
  try {
    return realpathSync(path);
  } catch {
    const parent = dirname(path);
    if (parent === path) return path;
    const here = join(realPath(parent), basename(path));
    return isLink(here) && links > 0
      ? realPath(resolve(dirname(here), readlinkSync(here)), links - 1)
      : here;
  }
}

function isLink(path: string): boolean {
  try {
    return lstatSync(path).isSymbolicLink();
  } catch {
    return false;
  }
}
