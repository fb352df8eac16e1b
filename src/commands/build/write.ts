import { readPageFile } from '../../file/read.ts';
import { removeDrafts, replaceable, replaceFile } from '../../file/write.ts';
import { isCurrent, withLineEndsOf } from './compare.ts';
import type { BuiltPage } from './pages.ts';

/** What is where a page goes. */
export interface Existing {
  text: string | undefined;
  /** Whether it is the page already. */
  isCurrent: boolean;
}

/**
 * Looks at what is where a page goes.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be read, or has to be replaced and cannot be
 */
export function existingPage({ path, file }: BuiltPage): Existing {
  const text = readPageFile(path);
  const current = text !== undefined && isCurrent(text, String(file));
  if (!current) replaceable(path);
  return { text, isCurrent: current };
}

/**
 * Writes a page, if it has changed.
 *
 * @returns whether there was no page before, an older one, or the same
 * @throws {NodeJS.ErrnoException} if it cannot be written
 */
export function writePage(
  { path, file, exact }: BuiltPage,
  existing: Existing,
): 'made' | 'updated' | 'current' {
  removeDrafts(path);
  if (existing.isCurrent) return 'current';
  replaceFile(path, exact ? String(file) : withLineEndsOf(existing.text, String(file)));
  return existing.text === undefined ? 'made' : 'updated';
}
