/** The summary of an import. */
import type { ImportResult } from '../../import/index.ts';
import { unifiedDiff } from '../unified-diff.ts';

interface Paths {
  /** The page. */
  from: string;
  /** The source, if it was not printed. */
  to: string | undefined;
  /** Where the page will be written, if it is outside the repository of the source. */
  place: string | undefined;
}

export function summaryOf(
  { counts: { credits, markdown }, proof, leftOut }: ImportResult,
  { from, to, place }: Paths,
): string[] {
  return [
    ...(to === undefined ? [] : [`wrote ${to}: ${foundText(credits, markdown)}`]),
    ...leftOut.map((what) => `left out: ${what}`),
    ...(place === undefined
      ? [PROOFS[proof](from)]
      : [
          `${from} is outside the repository of the source, so its page will be written to ${place}`,
          PROOFS_ELSEWHERE[proof](from, place),
        ]),
  ];
}

function foundText(credits: number, markdown: number): string {
  if (credits === 0) return 'no credits found, kept as Markdown';
  const number = credits === 1 ? '1 credit' : `${credits} credits`;
  return markdown > 0 ? `${number}, ${markdown} of them as Markdown` : number;
}

const PROOFS: Record<ImportResult['proof'], (page: string) => string> = {
  bytes: (page) => `${page} is reproduced byte for byte`,
  reader: (page) => `${page} renders the same; only its Markdown formatting changes`,
  difference: (page) => `${page} is not reproduced`,
};

const PROOFS_ELSEWHERE: Record<ImportResult['proof'], (page: string, place: string) => string> = {
  bytes: (page, place) => `${place} will be identical to ${page}, byte for byte`,
  reader: (page, place) =>
    `${place} will render the same as ${page}; only its Markdown formatting changes`,
  difference: (page, place) => `${place} will differ from ${page}`,
};

/** Returns a unified diff of the content that readers see before and after the import. */
export function differenceTo(
  { shownBefore, shownAfter }: ImportResult,
  page: string,
  color: boolean,
): string {
  const text = (lines: string[]) => lines.map((line) => `${line}\n`).join('');
  return unifiedDiff(`a/${page}`, `b/${page}`, text(shownBefore()), text(shownAfter()), color);
}
