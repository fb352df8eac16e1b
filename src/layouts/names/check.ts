import { flattenCredits } from '../../model/walk-sections.ts';
import type { NestedEntry } from '../../types.ts';
import type { CheckLayout } from '../layout.ts';

/** The keys of credits that are not shown, and their plurals for messages. */
const DROPPED = {
  by: 'people',
  description: 'descriptions',
  version: 'versions',
  license: 'licences',
  links: 'links',
} as const satisfies { [key in keyof NestedEntry]?: string };

const keys = Object.keys(DROPPED) as (keyof typeof DROPPED)[];

/** Only names are shown. Everything else is reported once, at the first value. */
export const checkNames: CheckLayout = (credits, { locate, report }) => {
  const dropped = flattenCredits(credits).flatMap((credit) =>
    'markdown' in credit
      ? []
      : keys.filter((key) => has(credit, key)).map((key) => ({ credit, key })),
  );
  const [first] = dropped;
  if (!first) return;
  const found = new Set(dropped.map(({ key }) => key));
  const nouns = keys.filter((key) => found.has(key)).map((key) => DROPPED[key]);
  report('layout-drops', locate(first.credit, first.key), { layout: 'names', nouns });
};

function has(credit: NestedEntry, key: keyof typeof DROPPED): boolean {
  const value = credit[key];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
