import nodePath, { type PlatformPath } from 'node:path';
import { isDeviceName } from '../text/is-device-name.ts';
import { gitFolderOf, isInside, type Repository, realPath, repositoryOf } from './paths.ts';

/** Why a path cannot be written: it leads outside the repository, into Git's folder, or to a device. */
export type Refusal = 'outside' | 'git' | 'device';

/** Where files may be written. */
export interface Boundary extends Repository {
  /** Whether files may also be written outside the repository. */
  isOpen: boolean;
  /** The root without symbolic links. */
  realRoot: string;
  /** Git's folder of the repository without symbolic links, or `undefined` if it has none. */
  gitFolder: string | undefined;
}

/** Returns the boundary of what a source in a folder may write: its repository. */
export function boundaryOf(folder: string): Boundary {
  const { root, hasGit } = repositoryOf(folder);
  const gitFolder = hasGit ? gitFolderOf(root) : undefined;
  return { root, hasGit, isOpen: false, realRoot: realPath(root), gitFolder };
}

/** Returns the boundary of a path that the user passes to the command in a folder: it may be anywhere. */
export function openBoundary(folder: string): Boundary {
  return { ...boundaryOf(folder), isOpen: true };
}

/**
 * Returns the file at a path that the user passes to the command in a folder.
 *
 * @throws {Error} if it cannot be written
 */
export function openTarget(path: string, folder: string): Target {
  const target = Target.at(path, openBoundary(folder));
  if (target instanceof Target) return target;
  throw new Error(target === 'git' ? 'it is inside the folder .git' : 'it is a device on Windows');
}

/** A file that may be written. `Target.at` is the only way to get one. */
export class Target {
  /** Absolute. */
  readonly path: string;
  /** The path without symbolic links. The file is written here or not at all. */
  readonly realPath: string;

  private constructor(path: string, realPath: string) {
    this.path = path;
    this.realPath = realPath;
  }

  /**
   * Returns the file at a path, or why it cannot be written. The disk is only accessed if the
   * path itself is allowed: on Windows, even resolving a path may connect to another machine.
   *
   * @param path absolute
   */
  static at(path: string, boundary: Boundary): Target | Refusal {
    const { root, realRoot, gitFolder, isOpen } = boundary;
    const refusal = refusalOf(path, root, isOpen);
    if (refusal) return refusal;
    const target = new Target(path, realPath(path));
    const resolved = refusalOf(target.realPath, realRoot, isOpen);
    if (resolved) return resolved;
    return gitFolder && isInside(target.realPath, gitFolder) ? 'git' : target;
  }

  /**
   * Checks that the path still leads to the same place. A folder in it may have been replaced by a link.
   *
   * @throws {Error} if it leads elsewhere
   */
  check(): void {
    if (realPath(this.path) !== this.realPath) {
      throw new Error('a folder or a link in its path was replaced meanwhile');
    }
  }
}

/**
 * Returns why a path cannot be written, by its text alone.
 *
 * @param path absolute
 * @param isOpen whether it may be outside the root
 * @param paths the rules of the operating system
 */
export function refusalOf(
  path: string,
  root: string,
  isOpen: boolean,
  paths: PlatformPath = nodePath,
): Refusal | undefined {
  if (!isOpen && !isInside(path, root, paths)) return 'outside';
  const names = paths.relative(root, path).split(paths.sep);
  if (names.some(isGitName)) return 'git';
  if (paths.sep === '\\' && names.some(isDeviceName)) return 'device';
  return;
}

/** Characters that macOS ignores in names. */
const INVISIBLE = /[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g;

/**
 * Whether a file system may find Git's folder under a name. Windows ignores case, spaces and dots at
 * the end, finds the main stream of a file after a colon, and shortens names; macOS ignores case and
 * some invisible characters.
 *
 * @see https://github.com/git/git/blob/v2.51.0/path.c `is_ntfs_dotgit`
 */
function isGitName(name: string): boolean {
  return /^(?:\.git|git~1)[ .]*(?::|$)/i.test(name.replace(INVISIBLE, ''));
}

/** Whether a path starts with a drive or a share of Windows, such as `D:x.md` or `//server/share`. */
export function hasDrive(path: string): boolean {
  return /^(?:[A-Za-z]:|[\\/]{2})/.test(path);
}
