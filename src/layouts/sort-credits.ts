import { toString as textOf } from 'mdast-util-to-string';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { Credit, Markdown, NestedEntry } from '../types.ts';

/** Credits by their names, and those that are nested in one by theirs. */
export function sorted(credits: readonly Credit[], fields: FieldContent): Credit[] {
  return byName(credits, fields).map((credit) =>
    'credits' in credit && credit.credits
      ? { ...credit, credits: byName(credit.credits, fields) }
      : credit,
  );
}

/**
 * Accents and case count only where names are otherwise the same. The order of a language would
 * be another one from machine to machine, as what Node knows of languages is.
 */
function byName<T extends NestedEntry | Markdown>(
  credits: readonly T[],
  fields: FieldContent,
): T[] {
  return credits
    .map((credit) => ({ credit, name: 'markdown' in credit ? plain(fields, credit) : credit.name }))
    .sort((a, b) => compareNames(a.name, b.name))
    .map(({ credit }) => credit);
}

/** Compares names as credits are sorted by them. */
export function compareNames(a: string, b: string): number {
  return compare(bare(a), bare(b)) || compare(a, b);
}

/** A credit that is a text, without its markup. */
function plain(fields: FieldContent, credit: Markdown): string {
  return textOf(fields.phrasing(credit), { includeHtml: false });
}

/** A text without accents and case. */
function bare(text: string): string {
  // By way of capitals, which make one letter of `σ` and `ς`, and `ss` of `ß`.
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().toLowerCase();
}

/** Compares two texts by code point; `<` would compare halves of surrogate pairs. */
function compare(a: string, b: string): number {
  const [left, right] = [codePoints(a), codePoints(b)];
  const at = left.findIndex((code, index) => code !== right[index]);
  return at === -1 ? left.length - right.length : (left[at] ?? -1) - (right[at] ?? -1);
}

function codePoints(text: string): number[] {
  return Array.from(text, (character) => character.codePointAt(0) as number);
}
