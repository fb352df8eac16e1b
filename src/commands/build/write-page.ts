import { readPageFile } from '../../file/read-file.ts';
import {
  removeStaleTemporaryFiles,
  replaceable,
  type TemporaryFile,
  writeTemporaryFile,
} from '../../file/replace-file.ts';
import { isCurrent, withLineEndsOf } from './line-ends.ts';
import type { BuiltPage } from './make-pages.ts';

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

/** What a page was before it is written. */
type Change = 'created' | 'updated' | 'current';

/** What comes of writing a page to be. */
export interface Written {
  change: Change;
  /** What is to take the place of the page, if it has changed. */
  draft?: TemporaryFile;
}

/**
 * Writes a page beside the one that is there, if it has changed.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be written
 */
export function draftPage({ path, file, exact }: BuiltPage, existing: Existing): Written {
  removeStaleTemporaryFiles(path);
  if (existing.isCurrent) return { change: 'current' };
  const text = exact ? String(file) : withLineEndsOf(existing.text, String(file));
  return {
    change: existing.text === undefined ? 'created' : 'updated',
    draft: writeTemporaryFile(path, text),
  };
}
