import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';
import { reporterOn } from '../../diagnostics/report.ts';
import { readPageFile, reasonOf } from '../../file/read.ts';
import { isCurrent, unix } from './compare.ts';
import type { BuiltPage } from './pages.ts';

interface CheckOptions {
  /** The command that brings the pages up to date. */
  command: string;
  color: boolean;
}

/**
 * Compares pages with what is there. This module has no way to a file but to read it.
 *
 * @returns the differences, in unified format
 */
export function checkPages(pages: readonly BuiltPage[], options: CheckOptions): string {
  return pages.map((page) => difference(page, options)).join('');
}

function difference({ path, file }: BuiltPage, { command, color }: CheckOptions): string {
  const report = reporterOn(file);
  let existing: string | undefined;
  try {
    existing = readPageFile(path);
  } catch (error) {
    report('output-unwritable', undefined, { reason: reasonOf(error) });
    return '';
  }
  const wanted = String(file);
  if (existing !== undefined && isCurrent(existing, wanted)) return '';
  const missing = existing === undefined;
  report('out-of-date', undefined, { command, missing });
  const old = missing ? '/dev/null' : `a/${file.path}`;
  const patch = createTwoFilesPatch(old, `b/${file.path}`, unix(existing ?? ''), wanted);
  return colored(patch.replace(/^=+\n/, ''), color);
}

function colored(patch: string, color: boolean): string {
  const { bold, cyan, red, green } = pc.createColors(color);
  return patch.replace(/^.+$/gm, (line) => {
    if (/^(?:---|\+\+\+) /.test(line)) return bold(line);
    if (line.startsWith('@@')) return cyan(line);
    if (line.startsWith('-')) return red(line);
    return line.startsWith('+') ? green(line) : line;
  });
}
