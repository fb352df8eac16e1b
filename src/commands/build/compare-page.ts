import { reportTo } from '../../diagnostics/report.ts';
import { readPageFile } from '../../file/read-file.ts';
import { difference } from '../difference.ts';
import { isCurrent, withoutCrlf } from './line-ends.ts';
import type { BuiltPage } from './make-pages.ts';

interface CheckOptions {
  /** The command that brings the pages up to date. */
  command: string;
  /** Whether the difference is wanted, not only that there is one. */
  isShown: boolean;
  color(): boolean;
}

/**
 * Compares a page with what is there. This module has no way to a file but to read it.
 *
 * @returns the difference, in unified format, or nothing of it if it is not shown; `null` if there
 *   is none
 * @throws {NodeJS.ErrnoException} if what is there cannot be read
 */
export function comparePage(
  { path, file }: BuiltPage,
  { command, isShown, color }: CheckOptions,
): string | null {
  const existing = readPageFile(path);
  const wanted = String(file);
  if (existing !== undefined && isCurrent(existing, wanted)) return null;
  const missing = existing === undefined;
  reportTo(file)('out-of-date', undefined, { command, missing });
  if (!isShown) return '';
  const old = missing ? '/dev/null' : `a/${file.path}`;
  return difference(
    old,
    `b/${file.path}`,
    withoutCrlf(existing ?? ''),
    withoutCrlf(wanted),
    color(),
  );
}
