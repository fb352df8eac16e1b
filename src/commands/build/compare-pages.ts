import type { VFile } from 'vfile';
import { reportTo } from '../../diagnostics/report.ts';
import { readPageFile } from '../../file/read-file.ts';
import { unwritable } from '../../file/system-error.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';
import { DONE, FAILED, NEGATIVE } from '../exit-code.ts';
import type { Outcome } from './outcome.ts';
import type { OutputFile } from './output-file.ts';

interface CompareOptions {
  /** Returns the command that updates the pages. */
  command(): string;
  /** Whether to return the differences for stdout. */
  withDifference: boolean;
  color(): boolean;
}

interface ComparedPage {
  file: VFile;
  /** The text of the file, or `undefined` if it does not exist. */
  text: string | undefined;
  newText: string;
}

/**
 * Compares pages with existing files. This module and its imports cannot write files, which
 * `.dependency-cruiser.js` enforces.
 */
export async function comparePages(
  pages: readonly OutputFile[],
  { command, withDifference, color }: CompareOptions,
): Promise<Outcome> {
  const compared = pages.flatMap((page): ComparedPage[] => {
    const { file, target } = page;
    try {
      const text = readPageFile(target.realPath);
      return [{ file, text, newText: page.replace(text).newText }];
    } catch (error) {
      reportTo(file)('output-unwritable', undefined, unwritable(error));
      return [];
    }
  });
  const current = compared.filter(({ text, newText }) => text === newText);
  const stale = compared.filter(({ text, newText }) => text !== newText);
  for (const { file, text } of stale) {
    reportTo(file)('out-of-date', undefined, { command: command(), missing: text === undefined });
  }
  return {
    code: compared.length < pages.length ? FAILED : stale.length > 0 ? NEGATIVE : DONE,
    stdout: withDifference && stale.length > 0 ? await differencesOf(stale, color()) : '',
    lines: current.map(({ file }) => `${file.path} is up to date`),
  };
}

async function differencesOf(stale: readonly ComparedPage[], color: boolean): Promise<string> {
  const { unifiedDiff } = await import('../unified-diff.ts');
  const differences = stale.map(({ file, text, newText }) => {
    const old = text === undefined ? '/dev/null' : `a/${file.path}`;
    return unifiedDiff(old, `b/${file.path}`, foldCrlf(text ?? ''), foldCrlf(newText), color);
  });
  return differences.join('');
}
