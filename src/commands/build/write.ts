import { removeDrafts, replaceFile } from '../../file/write.ts';
import { isCurrent, withLineEndsOf } from './compare.ts';
import type { BuiltPage } from './pages.ts';

/**
 * Writes a page, if it has changed.
 *
 * @param existing the text that is there, if any
 * @returns whether there was no page before, an older one, or the same
 * @throws {NodeJS.ErrnoException} if it cannot be written
 */
export function writePage(
  { path, file }: BuiltPage,
  existing: string | undefined,
): 'made' | 'updated' | 'current' {
  removeDrafts(path);
  if (existing !== undefined && isCurrent(existing, String(file))) return 'current';
  replaceFile(path, withLineEndsOf(existing, String(file)));
  return existing === undefined ? 'made' : 'updated';
}
