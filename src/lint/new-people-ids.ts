import { nearlyEqualFinder } from '../diagnostics/nearest.ts';
import { unusedId } from '../import/people-ids.ts';
import { BETWEEN_PEOPLE } from '../model/parse-person.ts';
import { creditsIn } from '../model/walk-sections.ts';
import type { Person } from '../types.ts';
import type { LintedSource } from './lint-rule.ts';
import { peopleIn, textIn, type WrittenPerson } from './people-in.ts';

/** Chooses ids for people who are moved to `people`. No other text of the source becomes an id. */
export class NewPeopleIds {
  /** Ids, and texts that would be reported if they were one. */
  readonly #used: Set<string>;
  /** The strings of people, which would be that id. */
  readonly #texts = new Set<string>();
  readonly #findSimilar: (id: string) => string | undefined;

  /** @param moved the people who may be replaced by ids */
  constructor(source: LintedSource, moved: readonly (readonly WrittenPerson[])[]) {
    this.#used = new Set(Object.keys(source.page.people ?? {}));
    const movedNodes = new Set(moved.flat().map(({ node }) => node));
    const kept: string[] = [];
    for (const { node, id } of peopleIn(source).written) {
      const text = textIn(node);
      if (text === undefined) continue;
      this.#texts.add(text);
      // Several ids in a string are reported.
      const parts = text.split(BETWEEN_PEOPLE);
      if (parts.length > 1) for (const part of parts) this.#used.add(part);
      if (id === undefined && !movedNodes.has(node)) kept.push(text);
    }
    for (const credit of creditsIn(source.page)) {
      if ('markdown' in credit) this.#used.add(credit.markdown.trim());
    }
    this.#findSimilar = nearlyEqualFinder(kept);
  }

  /** Returns a new id for a person, or `undefined` if each would be similar to another text. */
  idOf(written: readonly WrittenPerson[]): string | undefined {
    const own = new Set(written.map(({ node }) => textIn(node)));
    const isUsed = (id: string) => this.#used.has(id) || (this.#texts.has(id) && !own.has(id));
    const { person } = written[0] as { person: Person };
    const id = unusedId(person, { has: isUsed }, this.#findSimilar);
    if (this.#findSimilar(id) !== undefined) return;
    this.#used.add(id);
    return id;
  }
}
