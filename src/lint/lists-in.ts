import { walkSections } from '../model/walk-sections.ts';
import type { Credit, Markdown, NestedEntry, Page, Section } from '../types.ts';

/** Yields the lists of credits of a page. Nested credits are a list of their own. */
export function* creditListsIn(page: Page): Generator<readonly (NestedEntry | Markdown)[]> {
  for (const part of walkSections(page)) {
    if (!('credits' in part)) continue;
    yield part.credits;
    for (const credit of part.credits as Credit[]) {
      if ('credits' in credit && credit.credits) yield credit.credits;
    }
  }
}

/** Yields the lists of sections of a page. */
export function* sectionListsIn({ sections = [] }: Section): Generator<readonly Section[]> {
  if (sections.length > 0) yield sections;
  for (const section of sections) yield* sectionListsIn(section);
}
