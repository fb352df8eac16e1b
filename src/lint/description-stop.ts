import { unicodePattern } from '../text/unicode-pattern.ts';
import type { NestedEntry } from '../types.ts';
import type { LintRule } from './lint-rule.ts';
import { creditListsIn } from './lists-in.ts';

/** The minimum number of descriptions, of which a third may be unlike the others. */
const MIN_DESCRIPTIONS = 3;

/** Finds descriptions that end with a full stop unlike most others in their list, or without one. */
export const descriptionStop: LintRule = function* ({ page, locate }) {
  for (const credits of creditListsIn(page)) {
    const described = credits.flatMap((credit) => {
      if (!('description' in credit) || !credit.description) return [];
      const hasStop = endsWithStop(credit.description.markdown);
      return hasStop === undefined ? [] : [{ credit, hasStop }];
    });
    const withStop = described.filter(({ hasStop }) => hasStop);
    const without = described.filter(({ hasStop }) => !hasStop);
    const few = withStop.length < without.length ? withStop : without;
    if (described.length < MIN_DESCRIPTIONS || few.length * 3 > described.length) continue;
    for (const { credit, hasStop } of few) {
      const range = locate(credit as NestedEntry, 'description');
      yield { code: 'description-stop', range, args: { hasStop } };
    }
  }
};

/** Marks that may follow the last character of a sentence. */
const CLOSING = /(?<![*_`~"'”’»)\]])[*_`~"'”’»)\]]+$/;

/** A second sentence. */
const SEVERAL = /[.!?。！？][*_`~"'”’»)\]]*\s+\S|[。！？]./;

/** Returns whether a sentence ends with a full stop, or `undefined` if that does not count. */
function endsWithStop(markdown: string): boolean | undefined {
  const text = markdown
    .replace(/\]\([^()\s]*\)/g, ']')
    .trim()
    .replace(CLOSING, '');
  if (SEVERAL.test(text) || /[!?…:;,！？]$|\.\.$/.test(text)) return;
  if (!/[.。]$/.test(text)) return false;
  return unicodePattern(ABBREVIATION, 'i').test(text) ? undefined : true;
}

/** An abbreviation, whose full stop stays: `etc.`, `Inc.`, `U.S.` */
const ABBREVIATION = '(?:^|[\\s(&])(?:etc|inc|ltd|co|corp|jr|sr|vs|al|\\p{L})\\.$|\\.\\p{L}\\.$';
