import { creditsIn } from '../model/walk-sections.ts';
import { type Node, valueOfKey } from '../source/nodes.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';
import type { Person } from '../types.ts';
import type { LintedSource } from './lint-rule.ts';

/** A person who is written out. */
export interface WrittenPerson {
  person: Person;
  node: Node;
  /** The id, if it is an entry of `people`. */
  id?: string;
  /** The `by` of a credit that it is in, or the person itself. */
  by?: Node | undefined;
}

/** The people of a source. */
interface PeopleInSource {
  /** First the entries of `people`, then those in credits. */
  written: readonly WrittenPerson[];
  /** The ids that credits refer to, by id or alias, or that such an id stands for. */
  used: ReadonlySet<string>;
}

/** Returns the people who are written out in a source, and the ids that it uses. */
export function peopleIn({ page, locate }: LintedSource): PeopleInSource {
  const { people = {} } = page;
  const list = locate(page, 'people');
  const written: WrittenPerson[] = [];
  const used = new Set<string>();
  const ids = new Map<Person | Node, string>();
  /** The ids that others stand for. */
  const next = new Map<string, string>();
  for (const [id, person] of Object.entries(people)) {
    const node = valueOfKey(list, id);
    if (!node) continue;
    const other = idIn(node, people);
    if (other !== undefined && other !== id) next.set(id, other);
    else written.push({ person, node, id });
    ids.set(node, id);
    if (!ids.has(person)) ids.set(person, id);
  }
  const use = (id: string) => {
    for (let at: string | undefined = id; at !== undefined && !used.has(at); at = next.get(at)) {
      used.add(at);
    }
  };
  const seen = new Set<Node>();
  const add = (person: Person, node: Node | undefined, by = node) => {
    if (!node || seen.has(node)) return;
    seen.add(node);
    const id = idIn(node, people) ?? (node.target && ids.get(node.target)) ?? ids.get(person);
    if (id !== undefined) use(id);
    else if (!node.target) written.push({ person, node, by });
  };
  for (const credit of creditsIn(page)) {
    if ('markdown' in credit) continue;
    if (credit.person) add(credit.person, locate(credit, 'person'));
    const by = locate(credit, 'by');
    for (const [index, person] of (credit.by ?? []).entries()) {
      add(person, by?.kind === 'list' ? by.items[index] : by, by);
    }
  }
  return { written, used };
}

/** Returns the id that a node is, or `undefined` if it is written out. */
function idIn(node: Node, people: { [id: string]: Person }): string | undefined {
  const text = textIn(node);
  return text !== undefined && Object.hasOwn(people, text) ? text : undefined;
}

/** Returns the text of a scalar as it is read, or `undefined` for another node. */
export function textIn(node: Node): string | undefined {
  return node.kind === 'scalar' ? foldWhiteSpace(node.value) : undefined;
}
