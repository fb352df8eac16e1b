import { firstError } from '../../diagnostics/report.ts';
import { DONE, FAILED } from '../../file/command-process.ts';
import { readPageFile } from '../../file/read-file.ts';
import {
  checkReplaceable,
  removeStaleTemporaryFiles,
  type TemporaryFile,
  writeTemporaryFile,
} from '../../file/replace-file.ts';
import { isCurrent, withLineEndsOf } from './line-ends.ts';
import type { BuiltPage } from './make-pages.ts';
import { attempt, type Outcome } from './outcome.ts';

/**
 * Writes all pages or none: reads the existing files, then writes each page to a temporary file, and
 * finally replaces the existing files.
 */
export function writePages(pages: readonly BuiltPage[]): Outcome {
  const existing = pages.map((page) => attempt(page, () => readExisting(page)));
  if (pages.some(({ file }) => firstError(file))) return { code: FAILED };
  const written = pages.map((page, index) =>
    attempt(page, () => writeBeside(page, existing[index] as Existing)),
  );
  if (written.includes(undefined)) {
    for (const each of written) each?.temporary?.remove();
    return { code: FAILED };
  }
  const changes = pages.map((page, index) =>
    attempt(page, () => {
      const { change, temporary } = written[index] as Written;
      temporary?.replaceTarget();
      return change;
    }),
  );
  return {
    code: changes.includes(undefined) ? FAILED : DONE,
    lines: pages.flatMap(({ file }, index) => {
      const change = changes[index];
      if (change === undefined) return [];
      return change === 'none' ? `${file.path} is up to date` : `${change} ${file.path}`;
    }),
  };
}

interface Existing {
  text: string | undefined;
  isCurrent: boolean;
}

/**
 * Reads the file that a page replaces.
 *
 * @throws {NodeJS.ErrnoException} if it cannot be read, or has to be replaced and is read-only
 */
function readExisting({ path, file }: BuiltPage): Existing {
  const text = readPageFile(path);
  const current = text !== undefined && isCurrent(text, String(file));
  if (!current) checkReplaceable(path);
  return { text, isCurrent: current };
}

interface Written {
  change: 'created' | 'updated' | 'none';
  /** The new text of the page, if it has changed. */
  temporary?: TemporaryFile;
}

/** @throws {NodeJS.ErrnoException} if the temporary file cannot be written */
function writeBeside({ path, file, exact }: BuiltPage, existing: Existing): Written {
  removeStaleTemporaryFiles(path);
  if (existing.isCurrent) return { change: 'none' };
  const text = exact ? String(file) : withLineEndsOf(existing.text, String(file));
  return {
    change: existing.text === undefined ? 'created' : 'updated',
    temporary: writeTemporaryFile(path, text),
  };
}
