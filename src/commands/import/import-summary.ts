/** The messages that `import` prints after it has written a source. */
import type { ImportResult } from '../../import/index.ts';
import { unifiedDiff } from '../unified-diff.ts';

interface ImportPaths {
  /** The imported page. */
  page: string;
  /** The source, or `undefined` if it was printed. */
  source: string | undefined;
  /** The page that the source builds, if the imported page is outside the repository of the source. */
  builtPage: string | undefined;
}

export function importSummary(
  { counts, fidelity, leftOut, isRedesigned }: ImportResult,
  { page, source, builtPage }: ImportPaths,
): string[] {
  return [
    ...(source === undefined ? [] : [`wrote ${source}: ${describeCounts(counts)}`]),
    ...leftOut.map((description) => `left out: ${description}`),
    ...(isRedesigned ? ['the table of faces becomes a gallery, with contributions as text'] : []),
    ...(builtPage === undefined
      ? [RESULTS[fidelity](page)]
      : [
          `${page} is outside the repository of the source, so its page will be written to ${builtPage}`,
          RESULTS_ELSEWHERE[fidelity](page, builtPage),
        ]),
  ];
}

/** Returns the messages about a file that is not a page. */
export function dataSummary(
  { counts, leftOut }: Pick<ImportResult, 'counts' | 'leftOut'>,
  source: string | undefined,
): string[] {
  const found = counts.credits === 0 ? 'no credits found' : describeCounts(counts);
  return [
    ...(source === undefined ? [] : [`wrote ${source}: ${found}`]),
    ...leftOut.map((description) => `left out: ${description}`),
  ];
}

function describeCounts({ credits, markdown }: ImportResult['counts']): string {
  if (credits === 0) return 'no credits found, kept as Markdown';
  const number = credits === 1 ? '1 credit' : `${credits} credits`;
  return markdown > 0 ? `${number}, ${markdown} of them as Markdown` : number;
}

const RESULTS: Record<ImportResult['fidelity'], (page: string) => string> = {
  identical: (page) => `${page} is reproduced byte for byte`,
  equivalent: (page) => `${page} renders the same; only its Markdown formatting changes`,
  different: (page) => `${page} is not reproduced`,
};

const RESULTS_ELSEWHERE: Record<
  ImportResult['fidelity'],
  (page: string, builtPage: string) => string
> = {
  identical: (page, builtPage) => `${builtPage} will be identical to ${page}, byte for byte`,
  equivalent: (page, builtPage) =>
    `${builtPage} will render the same as ${page}; only its Markdown formatting changes`,
  different: (page, builtPage) => `${builtPage} will differ from ${page}`,
};

/** Returns a unified diff of the rendered content before and after the import. */
export function renderedDiff(
  { renderedBefore, renderedAfter }: ImportResult,
  page: string,
  color: boolean,
): string {
  const text = (lines: string[]) => lines.map((line) => `${line}\n`).join('');
  return unifiedDiff(
    `a/${page}`,
    `b/${page}`,
    text(renderedBefore()),
    text(renderedAfter()),
    color,
  );
}
