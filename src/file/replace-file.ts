import {
  chmodSync,
  closeSync,
  mkdirSync,
  openSync,
  readdirSync,
  renameSync,
  rmSync,
  type Stats,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import process from 'node:process';
import { realPath } from './paths.ts';

/** What is to take the place of a file. */
export interface TemporaryFile {
  /** @throws {NodeJS.ErrnoException} if it cannot; then the file is as it was */
  takePlace(): void;
  remove(): void;
}

/**
 * Replaces a file whole or not at all, and keeps its mode. Folders that it needs are made.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be written; then the file is as it was
 */
export function replaceFile(path: string, text: string): void {
  writeTemporaryFile(path, text).takePlace();
}

/**
 * Writes the text of a file to a draft beside it, which then takes its place; so whoever reads the
 * file meets the old text or the new one, however this process ends. Folders that it needs are made.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be written
 */
export function writeTemporaryFile(path: string, text: string): TemporaryFile {
  const existing = checkReplaceable(path);
  const target = realPath(path);
  makeFolder(dirname(target));
  const draft = `${temporaryPrefix(target)}${process.pid}-${Math.random().toString(36).slice(2)}.tmp`;
  const remove = () => rmSync(draft, { force: true });
  const orRemove = (action: () => void) => {
    try {
      action();
    } catch (error) {
      remove();
      throw error;
    }
  };
  orRemove(() => {
    // What is private is never open, not even as a draft; `umask` may have taken more than that.
    writeFileSync(draft, text, { flag: 'wx', ...(existing && { mode: existing.mode }) });
    if (existing) chmodSync(draft, existing.mode);
  });
  return { remove, takePlace: () => orRemove(() => renameSync(draft, target)) };
}

/**
 * Returns the stats of a file that is to be replaced, if it exists.
 *
 * @throws if it is read-only
 */
export function checkReplaceable(path: string): Stats | undefined {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing && (existing.mode & 0o222) === 0) throw new Error('it is read-only');
  return existing;
}

/**
 * Writes a file where there is none, not even a link that leads nowhere. Folders that it needs are
 * made.
 *
 * @throws {NodeJS.ErrnoException} if there is one (`EEXIST`), or if it cannot be written
 */
export function createFile(path: string, text: string): void {
  makeFolder(dirname(path));
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

function makeFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true });
  } catch (error) {
    // A file that stands where a folder should is not the file that was to be written.
    const isFile = (error as NodeJS.ErrnoException).code === 'EEXIST';
    throw isFile ? Object.assign(new Error(`${path} is not a folder`), { code: 'ENOTDIR' }) : error;
  }
}

/** Removes the drafts of a file that processes left behind which were killed. */
export function removeStaleTemporaryFiles(path: string): void {
  const drafts = temporaryPrefix(realPath(path));
  let names: string[];
  try {
    names = readdirSync(dirname(drafts));
  } catch {
    return;
  }
  for (const name of names.filter((entry) => entry.startsWith(basename(drafts)))) {
    const writer = /^(\d+)-\w+\.tmp$/.exec(name.slice(basename(drafts).length))?.[1];
    if (writer && !isRunning(Number(writer))) rmSync(join(dirname(drafts), name), { force: true });
  }
}

/** How the paths of a file's drafts start. A name may be too long for one that is longer still. */
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
