import { reportTo } from '../../diagnostics/report.ts';
import { DONE, FAILED, NO } from '../../file/command-process.ts';
import { readPageFile } from '../../file/read-file.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';
import { isCurrent } from './line-ends.ts';
import type { BuiltPage } from './make-pages.ts';
import { attempt, type Outcome } from './outcome.ts';

interface CompareOptions {
  /** The command that updates the pages. */
  command: string;
  /** Whether to return the differences for stdout. */
  withDifference: boolean;
  color(): boolean;
}

/**
 * Compares pages with existing files. This module and its imports cannot write files, which
 * `.dependency-cruiser.js` enforces.
 */
export async function comparePages(
  pages: readonly BuiltPage[],
  { command, withDifference, color }: CompareOptions,
): Promise<Outcome> {
  const compared = pages.map((page) => ({
    page,
    existing: attempt(page, () => ({ text: readPageFile(page.path) })),
  }));
  const stale = compared.filter(({ page, existing }) => existing && !isUpToDate(page, existing));
  for (const { page, existing } of stale) {
    reportTo(page.file)('out-of-date', undefined, {
      command,
      missing: existing?.text === undefined,
    });
  }
  return {
    code: compared.some(({ existing }) => !existing) ? FAILED : stale.length > 0 ? NO : DONE,
    stdout: withDifference && stale.length > 0 ? await differencesOf(stale, color()) : '',
    lines: compared
      .filter(({ page, existing }) => existing && isUpToDate(page, existing))
      .map(({ page }) => `${page.file.path} is up to date`),
  };
}

interface Existing {
  text: string | undefined;
}

function isUpToDate({ file }: BuiltPage, { text }: Existing): boolean {
  return text !== undefined && isCurrent(text, String(file));
}

async function differencesOf(
  stale: readonly { page: BuiltPage; existing: Existing | undefined }[],
  color: boolean,
): Promise<string> {
  const { unifiedDiff } = await import('../unified-diff.ts');
  const differences = stale.map(({ page: { file }, existing }) => {
    const text = existing?.text;
    const old = text === undefined ? '/dev/null' : `a/${file.path}`;
    const [before, after] = [foldCrlf(text ?? ''), foldCrlf(String(file))];
    return unifiedDiff(old, `b/${file.path}`, before, after, color);
  });
  return differences.join('');
}
