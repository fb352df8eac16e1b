import {
  chmodSync,
  closeSync,
  lchownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { exists, isFolder } from './paths.ts';
import type { Target } from './target.ts';

/** A temporary file in the folder of its target. */
export interface TemporaryFile {
  /** @throws {NodeJS.ErrnoException} if it fails; the target is then unchanged */
  replaceTarget(): void;
  /**
   * @returns whether it was created: nothing happens if it exists
   * @throws {NodeJS.ErrnoException} if it fails
   */
  createTarget(): boolean;
  remove(): void;
}

/**
 * Writes a temporary file that becomes the target when it is renamed. Readers see the old text or the
 * new one, even if this process is killed. Missing folders are created.
 *
 * @param replaced the file that will be replaced, whose mode and, if permitted, owner are kept
 * @throws {NodeJS.ErrnoException} if it cannot be written
 * @throws {Error} if the file to replace is read-only, or the path now leads elsewhere
 */
export function writeTemporaryFile(
  target: Target,
  content: string | Uint8Array,
  replaced: Stats | undefined,
): TemporaryFile {
  if (replaced && (replaced.mode & 0o222) === 0) throw new Error('it is read-only');
  const path = target.realPath;
  createFolder(dirname(path));
  const temporary = `${temporaryPrefix(path)}${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  const remove = () => rmSync(temporary, { force: true });
  const orRemove = <T>(action: () => T): T => {
    try {
      return action();
    } catch (error) {
      remove();
      throw error;
    }
  };
  orRemove(() => {
    // The mode is set at once, so that a private file is never readable by others. As `umask` may have
    // removed some of it, it is set again.
    writeFileSync(temporary, content, { flag: 'wx', ...(replaced && { mode: replaced.mode }) });
    if (replaced) {
      keepOwner(temporary, replaced);
      chmodSync(temporary, replaced.mode);
    }
    // From here on, a folder that is replaced by a link does not contain the temporary file.
    target.check();
  });
  return {
    remove,
    replaceTarget: () => orRemove(() => renameSync(temporary, path)),
    createTarget: () => orRemove(() => renameToNew(temporary, path)),
  };
}

/**
 * Renames a file to a path without a file. If the file system has no hard links, a file that was
 * created a moment ago is replaced.
 *
 * @returns whether the path had no file
 */
function renameToNew(from: string, to: string): boolean {
  try {
    linkSync(from, to);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST' || exists(to)) return false;
    renameSync(from, to);
    return true;
  }
  rmSync(from, { force: true });
  return true;
}

/** Sets the owner and the group of a file. Without the permission to set the owner, only the group is. */
function keepOwner(path: string, { uid, gid }: Stats): void {
  const own = lstatSync(path);
  if (own.uid === uid && own.gid === gid) return;
  for (const owner of [uid, own.uid]) {
    try {
      // If somebody put a link in its place, its target must not be changed.
      lchownSync(path, owner, gid);
      return;
    } catch {}
  }
}

/**
 * Creates a file. Missing folders are created as well.
 *
 * @throws {NodeJS.ErrnoException} if it exists (`EEXIST`), even as a broken link, or cannot be written
 */
export function createFile({ path }: Target, text: string): void {
  createFolder(dirname(path));
  const file = openSync(path, 'wx');
  try {
    writeFileSync(file, text);
  } catch (error) {
    rmSync(path, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
}

/**
 * Creates a folder and those above it. Node's option `recursive` would never return in a file system such as
 * `/proc`.
 *
 * @throws {NodeJS.ErrnoException} if the folder cannot be created
 */
function createFolder(path: string): void {
  if (isFolder(path)) return;
  const parent = dirname(path);
  if (parent !== path) createFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    // Another process may have created it.
    if (isFolder(path)) return;
    throw Object.assign(new Error(`${path} is not a folder`), { code: 'ENOTDIR' });
  }
}

/** Removes temporary files for a target that killed processes have left. */
export function removeStaleTemporaryFiles({ realPath }: Target): void {
  const prefix = temporaryPrefix(realPath);
  let names: string[];
  try {
    names = readdirSync(dirname(prefix));
  } catch {
    return;
  }
  for (const name of names.filter((entry) => entry.startsWith(basename(prefix)))) {
    const writer = /^(\d+)-\w+\.tmp$/.exec(name.slice(basename(prefix).length))?.[1];
    if (writer && !isRunning(Number(writer))) rmSync(join(dirname(prefix), name), { force: true });
  }
}

/** The start of a temporary file's path. Long names are cut, as they may exceed the maximum length. */
function temporaryPrefix(path: string): string {
  const name = [...basename(path)].slice(0, 32).join('');
  return join(dirname(path), `.${name}.starlight-credits-`);
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
