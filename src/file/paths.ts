import { existsSync, lstatSync, readFileSync, readlinkSync, realpathSync, statSync } from 'node:fs';
import nodePath, {
  basename,
  dirname,
  join,
  type PlatformPath,
  relative,
  resolve,
  sep,
} from 'node:path';

/** Returns the path of the page of a source without `output`. */
export function defaultOutput(folder: string): string {
  const docs = join(folder, 'src', 'content', 'docs');
  return join(isFolder(docs) ? docs : folder, 'credits.md');
}

/** Whether a path leads to a folder: `false` if it cannot be accessed. */
export function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
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

/** The repository of a folder. */
export interface Repository {
  /** The nearest folder with a `.git`, from the folder upwards, or the folder itself if none. */
  root: string;
  hasGit: boolean;
}

export function repositoryOf(folder: string): Repository {
  for (let root = folder; ; root = dirname(root)) {
    if (exists(join(root, '.git'))) return { root, hasGit: true };
    if (root === dirname(root)) return { root: folder, hasGit: false };
  }
}

/**
 * Returns Git's folder without symbolic links. In a worktree, a submodule or with `--separate-git-dir`,
 * `.git` is a file that names it.
 *
 * @param root the folder with `.git`
 */
export function gitFolderOf(root: string): string {
  const path = join(root, '.git');
  try {
    if (statSync(path).isDirectory()) return realPath(path);
    const [, folder = path] = /^gitdir: (.+?)\r?\n?$/.exec(readFileSync(path, 'utf8')) ?? [];
    return realPath(resolve(root, folder));
  } catch {
    return path;
  }
}

/** Returns the path from a folder to a file or folder, with `/`. */
export function relativePath(folder: string, path: string): string {
  return relative(folder, path).split(sep).join('/');
}

/** @param paths the rules of the operating system */
export function isInside(path: string, folder: string, paths: PlatformPath = nodePath): boolean {
  const way = paths.relative(folder, path);
  // On Windows, the way to another drive or share is absolute.
  return way !== '' && way !== '..' && !way.startsWith(`..${paths.sep}`) && !paths.isAbsolute(way);
}

/** The maximum number of nested links that are followed, as on Linux. */
const LINKS = 40;

/** The maximum length of a path on Linux. Those on other systems are shorter. */
const MAX_PATH = 4096;

/** Resolves the symbolic links in a path, which need not exist. Broken links are followed as well. */
export function realPath(path: string, links = LINKS): string {
  // Its folders would overflow the stack.
  if (path.length > MAX_PATH) return path;
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
