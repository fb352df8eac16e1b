import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Credit, Markdown, NestedEntry, Page, Section } from '../types.ts';

/** Yields the credits of a page, each followed by its nested credits. */
export function* creditsIn(page: Page): Generator<NestedEntry | Markdown> {
  for (const part of walkSections(page)) if ('credits' in part) yield* flattenCredits(part.credits);
}

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
