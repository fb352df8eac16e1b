/** What is said of a page that has been imported. */
import type { Imported } from '../../import/index.ts';
import { difference } from '../difference.ts';

/**
 * What has come of a page, a line each.
 *
 * @param from the path of the page
 * @param to the path of the source, if it was not printed
 */
export function summaryOf(
  { counts: { credits, markdown }, proof, leftOut }: Imported,
  from: string,
  to: string | undefined,
): string[] {
  const number = credits === 1 ? '1 credit' : `${credits} credits`;
  const asMarkdown = markdown > 0 ? `, ${markdown} of them as Markdown` : '';
  return [
    ...(to === undefined ? [] : [`${to} made: ${number}${asMarkdown}`]),
    ...leftOut.map((what) => `left out: ${what}`),
    PROOFS[proof](from),
  ];
}

const PROOFS: Record<Imported['proof'], (page: string) => string> = {
  bytes: (page) => `${page} comes back byte for byte`,
  reader: (page) => `${page} stays the same to a reader; only the spelling of its Markdown changes`,
  difference: (page) => `${page} does not come back as it was`,
};

/** What a reader would no longer see, and what they would see instead: a unified difference. */
export function differenceTo({ before, after }: Imported, page: string, color: boolean): string {
  const text = (lines: string[]) => lines.map((line) => `${line}\n`).join('');
  return difference(`a/${page}`, `b/${page}`, text(before), text(after), color);
}
