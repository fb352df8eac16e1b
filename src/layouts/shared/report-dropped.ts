import { flattenCredits } from '../../model/walk-sections.ts';
import type { Credit, NestedEntry } from '../../types.ts';
import type { CheckLayout, LayoutName } from '../layout.ts';

/** The keys of credits that a layout may not show, and their plurals for messages. */
const NOUNS = {
  by: 'people',
  description: 'descriptions',
  version: 'versions',
  license: 'licenses',
  links: 'links',
} as const satisfies { [key in keyof NestedEntry]?: string };

/** Reports the keys that a layout does not show once, at the first value. */
export function reportDropped(
  layout: LayoutName,
  keys: readonly (keyof typeof NOUNS)[],
  credits: readonly Credit[],
  { locate, report }: Pick<Parameters<CheckLayout>[1], 'locate' | 'report'>,
): void {
  const dropped = flattenCredits(credits).flatMap((credit) =>
    'markdown' in credit
      ? []
      : keys.filter((key) => has(credit, key)).map((key) => ({ credit, key })),
  );
  const [first] = dropped;
  if (!first) return;
  const found = new Set(dropped.map(({ key }) => key));
  const nouns = keys.filter((key) => found.has(key)).map((key) => NOUNS[key]);
  report('layout-drops', locate(first.credit, first.key), { layout, nouns });
}

function has(credit: NestedEntry, key: keyof typeof NOUNS): boolean {
  const value = credit[key];
  return Array.isArray(value) ? value.length > 0 : value !== undefined;
}
