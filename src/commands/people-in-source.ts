import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { ReadSource } from '../pipeline.ts';
import { type Node, valueOfKey } from '../source/nodes.ts';
import type { Person } from '../types.ts';

interface FoundPerson {
  person: Person;
  node: Node | undefined;
}

/** Yields the people of a page, and where each is written. */
export function* peopleInSource({ page, locate }: ReadSource): Generator<FoundPerson> {
  const byId = locate(page, 'people');
  for (const [id, person] of Object.entries(page.people ?? {})) {
    yield { person, node: valueOfKey(byId, id) };
  }
  for (const part of walkSections(page)) {
    for (const credit of 'credits' in part ? flattenCredits(part.credits) : []) {
      if ('markdown' in credit) continue;
      if (credit.person) yield { person: credit.person, node: locate(credit, 'person') };
      const node = locate(credit, 'by');
      for (const [index, person] of (credit.by ?? []).entries()) {
        yield { person, node: node?.kind === 'list' ? node.items[index] : node };
      }
    }
  }
}
