import type { NestedEntry } from '../types.ts';
import type { LintRule } from './lint-rule.ts';
import { creditListsIn } from './lists-in.ts';

/** Finds credits with the URL of an earlier one in their list, and another name. */
export const urlRepeated: LintRule = function* ({ page, locate, lineOf }) {
  for (const credits of creditListsIn(page)) {
    const seen = new Map<string, NestedEntry>();
    for (const credit of credits) {
      if ('markdown' in credit || credit.url === undefined) continue;
      const { name, url } = credit;
      const key = URL.canParse(url) ? new URL(url).href : url;
      const first = seen.get(key);
      if (!first) seen.set(key, credit);
      else if (first.name !== name) {
        const [range, other] = [first, credit].map((each) => locate(each, 'url') ?? locate(each));
        const line = range ? lineOf(range) : 1;
        yield { code: 'url-repeated', range: other, args: { url, name: first.name, line } };
      }
    }
  }
};
