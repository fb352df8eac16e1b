import { readPageFile } from '../../file/read.ts';
import { removeDrafts, replaceable, replaceFile } from '../../file/write.ts';
import { isCurrent, withLineEndsOf } from './compare.ts';
import type { BuiltPage } from './pages.ts';

/**
 * The text that is where a page goes, if any.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be read, or has to be replaced and cannot be
 */
export function existingText({ path, file }: BuiltPage): string | undefined {
  const existing = readPageFile(path);
  if (existing !== undefined && !isCurrent(existing, String(file))) replaceable(path);
  return existing;
}

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
