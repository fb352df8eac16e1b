import { readPageFile } from '../../file/read.ts';
import { removeDrafts, replaceFile } from '../../file/write.ts';
import { isCurrent, withLineEndsOf } from './compare.ts';
import type { BuiltPage } from './pages.ts';

/**
 * Writes a page, if it has changed.
 *
 * @returns whether there was no page before, an older one, or the same
 * @throws {NodeJS.ErrnoException} if it cannot be read or written
 */
export function writePage({ path, file }: BuiltPage): 'made' | 'updated' | 'current' {
  removeDrafts(path);
  const existing = readPageFile(path);
  if (existing !== undefined && isCurrent(existing, String(file))) return 'current';
  replaceFile(path, withLineEndsOf(existing, String(file)));
  return existing === undefined ? 'made' : 'updated';
}
