import { rmSync } from 'node:fs';
import type { Change } from './edit-files.ts';
import { removeStaleTemporaryFiles, writeTemporaryFile } from './replace-file.ts';
import { Snapshot } from './snapshot.ts';
import type { Target } from './target.ts';

/**
 * Writes a file that is not text. It is replaced atomically, and not touched if nothing changes. Missing
 * folders are created.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be read or written
 * @throws {Error} if it is not a regular file, or its path leads elsewhere now
 */
export function writeBytes(target: Target, bytes: Uint8Array): Change {
  target.check();
  removeStaleTemporaryFiles(target);
  const before = Snapshot.of(target.realPath);
  try {
    if (before?.bytes.equals(bytes)) return 'none';
    const temporary = writeTemporaryFile(target, bytes, before?.stats);
    try {
      before?.release();
      if (before) temporary.replaceTarget();
      else if (!temporary.createTarget()) throw new Error('another program has just created it');
      return before ? 'updated' : 'created';
    } finally {
      temporary.remove();
    }
  } finally {
    before?.close();
  }
}

/** @throws {NodeJS.ErrnoException} if the file cannot be removed */
export function removeFile(target: Target): void {
  target.check();
  rmSync(target.realPath, { force: true });
}
