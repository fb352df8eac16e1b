import { creditsIn } from '../model/walk-sections.ts';
import type { ReadSource } from '../pipeline.ts';
import { type Node, valueOfKey } from '../source/nodes.ts';
import type { Page, Person } from '../types.ts';

interface FoundPerson {
  person: Person;
  node: Node | undefined;
}

/** Yields the people of a page in each of its languages, and where each is written. */
export function* peopleInSource(read: ReadSource): Generator<FoundPerson> {
  for (const { page } of [read, ...read.translations]) yield* peopleInPage(page, read.locate);
}

function* peopleInPage(page: Page, locate: ReadSource['locate']): Generator<FoundPerson> {
  const byId = locate(page, 'people');
  for (const [id, person] of Object.entries(page.people ?? {})) {
    yield { person, node: valueOfKey(byId, id) };
  }
  for (const credit of creditsIn(page)) {
    if ('markdown' in credit) continue;
    if (credit.person) yield { person: credit.person, node: locate(credit, 'person') };
    const node = locate(credit, 'by');
    for (const [index, person] of (credit.by ?? []).entries()) {
      yield { person, node: node?.kind === 'list' ? node.items[index] : node };
    }
  }
}
