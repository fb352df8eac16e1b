import { existsSync, lstatSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';

/** Returns the path of the page of a source without `output`. */
export function defaultOutput(folder: string): string {
  const docs = join(folder, 'src', 'content', 'docs');
  return join(isFolder(docs) ? docs : folder, 'credits.md');
}

export function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() ?? false;
}

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

/** Whether a path leads to an existing file or folder. That of a broken link does not. */
export function targetExists(path: string): boolean {
  return existsSync(path);
}

/** Returns the nearest folder with a `.git`, from a folder upwards, or the folder itself if none. */
export function repositoryOf(folder: string): string {
  for (let at = folder; ; at = dirname(at)) {
    if (existsSync(join(at, '.git'))) return at;
    if (at === dirname(at)) return folder;
  }
}

export function isInside(path: string, folder: string): boolean {
  const way = relative(folder, path);
  return way !== '' && way !== '..' && !way.startsWith(`..${sep}`) && resolve(folder, way) === path;
}

/** The maximum number of nested links that are followed, as on Linux. */
const LINKS = 40;

/** Resolves the symbolic links in a path, which need not exist. Broken links are followed as well. */
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
