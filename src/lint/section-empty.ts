import type { Section } from '../types.ts';
import type { LintRule } from './lint-rule.ts';
import { sectionListsIn } from './lists-in.ts';

/** Finds sections without any content, and not those inside them. */
export const sectionEmpty: LintRule = function* ({ page, locate }) {
  const empty = new Set<Section>();
  for (const sections of sectionListsIn(page)) {
    for (const section of sections) {
      if (!isEmpty(section)) continue;
      const isInside = empty.has(section);
      for (const inner of sectionListsIn(section)) for (const each of inner) empty.add(each);
      if (isInside) continue;
      const { title } = section;
      const range = locate(section, 'title') ?? locate(section);
      yield { code: 'section-empty', range, args: title === undefined ? {} : { title } };
    }
  }
};

function isEmpty({ intro, outro, credits = [], sections = [] }: Section): boolean {
  return !intro && !outro && credits.length === 0 && sections.every(isEmpty);
}
