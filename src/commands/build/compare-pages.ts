import { reportTo } from '../../diagnostics/report.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';
import { DONE, FAILED, NEGATIVE } from '../exit-code.ts';
import { attempt, type ExistingPage, readExistingPage } from './existing-page.ts';
import type { OutputFile } from './make-pages.ts';
import type { Outcome } from './outcome.ts';

interface CompareOptions {
  /** The command that updates the pages. */
  command: string;
  /** Whether to return the differences for stdout. */
  withDifference: boolean;
  color(): boolean;
}

interface ComparedPage extends ExistingPage {
  file: OutputFile['file'];
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
    const existing = attempt(page, () => readExistingPage(page));
    return existing ? [{ file: page.file, ...existing }] : [];
  });
  const current = compared.filter(({ isCurrent }) => isCurrent);
  const stale = compared.filter(({ isCurrent }) => !isCurrent);
  for (const { file, text } of stale) {
    reportTo(file)('out-of-date', undefined, { command, missing: text === undefined });
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
