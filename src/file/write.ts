import { randomUUID } from 'node:crypto';
import {
  chmodSync,
  mkdirSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * Replaces a file whole or not at all, and keeps its mode. Folders that it needs are made.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be written; then the file is as it was
 */
export function replaceFile(path: string, text: string): void {
  const existing = statSync(path, { throwIfNoEntry: false });
  if (existing && (existing.mode & 0o222) === 0) throw new Error('it is read-only');
  const target = existing ? realpathSync(path) : path;
  mkdirSync(dirname(target), { recursive: true });
  const draft = join(dirname(target), `.${basename(target)}.${randomUUID()}.tmp`);
  try {
    // What is private is never open, not even as a draft; `umask` may have taken more than that.
    writeFileSync(draft, text, { flag: 'wx', ...(existing && { mode: existing.mode }) });
    if (existing) chmodSync(draft, existing.mode);
    renameSync(draft, target);
  } catch (error) {
    rmSync(draft, { force: true });
    throw error;
  }
}
