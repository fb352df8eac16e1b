import { toString as textOf } from 'mdast-util-to-string';
import type { FieldContent } from '../markdown/parse-fields.ts';
import { compareNames } from '../text/compare-names.ts';
import type { Credit, Markdown, NestedEntry } from '../types.ts';

/** Sorts credits by name, and also the credits nested in them. */
export function sortCredits(credits: readonly Credit[], fields: FieldContent): Credit[] {
  return sortByName(credits, fields).map((credit) =>
    'credits' in credit && credit.credits
      ? { ...credit, credits: sortByName(credit.credits, fields) }
      : credit,
  );
}

function sortByName<T extends NestedEntry | Markdown>(
  credits: readonly T[],
  fields: FieldContent,
): T[] {
  return credits
    .map((credit) => ({
      credit,
      name:
        'markdown' in credit
          ? textOf(fields.phrasing(credit), { includeHtml: false })
          : credit.name,
    }))
    .sort((a, b) => compareNames(a.name, b.name))
    .map(({ credit }) => credit);
}
