/** What is said of a page that has been imported. */
import type { Imported } from '../../import/index.ts';
import { difference } from '../difference.ts';

interface Paths {
  /** The page. */
  from: string;
  /** The source, if it was not printed. */
  to: string | undefined;
  /** Where the page will be written, if no source may say where it is. */
  place: string | undefined;
}

/** What has come of a page, a line each. */
export function summaryOf(
  { counts: { credits, markdown }, proof, leftOut }: Imported,
  { from, to, place }: Paths,
): string[] {
  const number = credits === 1 ? '1 credit' : `${credits} credits`;
  const asMarkdown = markdown > 0 ? `, ${markdown} of them as Markdown` : '';
  return [
    ...(to === undefined ? [] : [`${to} made: ${number}${asMarkdown}`]),
    ...leftOut.map((what) => `left out: ${what}`),
    ...(place === undefined
      ? [PROOFS[proof](from)]
      : [
          `${from} is not in the repository of the source: its page will be written to ${place}`,
          PROOFS_ELSEWHERE[proof](from, place),
        ]),
  ];
}

const PROOFS: Record<Imported['proof'], (page: string) => string> = {
  bytes: (page) => `${page} comes back byte for byte`,
  reader: (page) => `${page} stays the same to a reader; only the spelling of its Markdown changes`,
  difference: (page) => `${page} does not come back as it was`,
};

const PROOFS_ELSEWHERE: Record<Imported['proof'], (page: string, place: string) => string> = {
  bytes: (page, place) => `${place} will be the same as ${page}, byte for byte`,
  reader: (page, place) =>
    `${place} will be the same as ${page} to a reader; only the spelling of its Markdown changes`,
  difference: (page, place) => `${place} will not be the same as ${page}`,
};

/** What a reader would no longer see, and what they would see instead: a unified difference. */
export function differenceTo(
  { shownBefore, shownAfter }: Imported,
  page: string,
  color: boolean,
): string {
  const text = (lines: string[]) => lines.map((line) => `${line}\n`).join('');
  return difference(`a/${page}`, `b/${page}`, text(shownBefore()), text(shownAfter()), color);
}
