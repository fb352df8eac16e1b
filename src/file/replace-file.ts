import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { realPath } from './paths.ts';

/** A file beside another one, which it can replace. */
export interface TemporaryFile {
  /** @throws {NodeJS.ErrnoException} if it fails; the other file is then unchanged */
  replaceTarget(): void;
  remove(): void;
}

/**
 * Replaces a file atomically and keeps its mode. Missing folders are created.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be written; the file is then unchanged
 */
export function replaceFile(path: string, text: string): void {
  writeTemporaryFile(path, text).replaceTarget();
}

/**
 * Writes a temporary file beside a file, to replace it by renaming. A reader sees the old text or
 * the new one, however this process ends. Missing folders are created.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be written
 * @throws {Error} if the file to replace is read-only
 */
export function writeTemporaryFile(path: string, text: string): TemporaryFile {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing && (existing.mode & 0o222) === 0) throw new Error('it is read-only');
  const target = realPath(path);
  createFolder(dirname(target));
  const temporary = `${temporaryPrefix(target)}${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  const remove = () => rmSync(temporary, { force: true });
  const orRemove = (action: () => void) => {
    try {
      action();
    } catch (error) {
      remove();
      throw error;
    }
  };
  orRemove(() => {
    // A private file must not be readable for a moment. `umask` may have removed more of the mode.
    writeFileSync(temporary, text, { flag: 'wx', ...(existing && { mode: existing.mode }) });
    if (existing) chmodSync(temporary, existing.mode);
  });
  return { remove, replaceTarget: () => orRemove(() => renameSync(temporary, target)) };
}

/**
 * Creates a file. Missing folders are created as well.
 *
 * @throws {NodeJS.ErrnoException} if it exists (`EEXIST`), even as a broken link, or cannot be written
 */
export function createFile(path: string, text: string): void {
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

function createFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    // Here `EEXIST` is about a folder in the path, not about the file to write.
    const isFile = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw isFile ? Object.assign(new Error(`${path} is not a folder`), { code: 'ENOTDIR' }) : error;
  }
}

/** Removes the temporary files that killed processes left beside a file. */
export function removeStaleTemporaryFiles(path: string): void {
  const prefix = temporaryPrefix(realPath(path));
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

/** The path of a temporary file up to its number. A long name is cut, as a longer one may be invalid. */
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
