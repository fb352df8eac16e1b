import type { Markdown, NestedEntry } from '../types.ts';
import type { LintRule } from './lint-rule.ts';
import { creditListsIn } from './lists-in.ts';

/** Finds credits with the same name and URL as an earlier one in their list. */
export const creditRepeated: LintRule = function* ({ page, locate, lineOf }) {
  for (const credits of creditListsIn(page)) {
    const seen = new Map<string, NestedEntry | Markdown>();
    for (const credit of credits) {
      const key = keyOf(credit);
      const first = seen.get(key);
      const [range, other] = [locate(credit), first && locate(first)];
      // An alias is not written out, but its list is as long.
      if (other && range) {
        const name = 'markdown' in credit ? credit.markdown : credit.name;
        yield { code: 'credit-repeated', range, args: { name, line: lineOf(other) } };
      } else seen.set(key, credit);
    }
  }
};

function keyOf(credit: NestedEntry | Markdown): string {
  return 'markdown' in credit ? credit.markdown : JSON.stringify([credit.name, credit.url]);
}
