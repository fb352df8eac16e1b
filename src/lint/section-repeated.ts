import type { Section } from '../types.ts';
import type { LintRule } from './lint-rule.ts';
import { sectionListsIn } from './lists-in.ts';

/** Finds sections with the title of an earlier one beside them. */
export const sectionRepeated: LintRule = function* ({ page, locate, lineOf }) {
  for (const sections of sectionListsIn(page)) {
    const seen = new Map<string, Section>();
    for (const section of sections) {
      const { title } = section;
      if (title === undefined) continue;
      const first = seen.get(title.toLowerCase());
      const [range, other] = [locate(section, 'title'), first && locate(first, 'title')];
      if (range && other) {
        yield { code: 'section-repeated', range, args: { title, line: lineOf(other) } };
      } else seen.set(title.toLowerCase(), section);
    }
  }
};
