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
  { path, file, exact }: BuiltPage,
  existing: string | undefined,
): 'made' | 'updated' | 'current' {
  removeDrafts(path);
  const wanted = String(file);
  if (existing !== undefined && isCurrent(existing, wanted)) return 'current';
  replaceFile(path, exact ? wanted : withLineEndsOf(existing, wanted));
  return existing === undefined ? 'made' : 'updated';
}
