import { parsePerson } from '../model/parse-person.ts';
import type { MapEntry, Node } from '../source/nodes.ts';
import { shorten } from '../text/shorten.ts';
import type { Person } from '../types.ts';
import { person } from './person-shape.ts';
import type { Scope } from './scope.ts';
import { refine, type Shape } from './shape.ts';
import { record } from './shapes/record.ts';
import { IGNORED, ignoredKeysSchema } from './special-keys.ts';
import { wrongType } from './wrong-type.ts';

const PEOPLE = 'a map of people, by id';

/**
 * People by id. A string may be the id of another person; if such ids form a cycle, it is a name.
 */
export const peopleById: Shape<Map<string, Person>> = refine(
  record(PEOPLE, person, {
    help: 'write an id before each person, without a dash: "ada: Ada Lovelace (@ada)"',
  }),
  {
    read(written, scope, read) {
      const help = helpForColon(written, scope);
      if (help !== undefined) return wrongType(written, PEOPLE, scope, help);
      const node = withoutAnchors(written, scope);
      const people = read(node, scope);
      const texts = textsOf(node);
      for (const [id, text] of lastTexts(texts)) {
        // A person whose string is not an id was read with its position.
        const isRead = text === texts.get(id) && !people?.has(text);
        if (people?.has(id) && !isRead) people.set(id, people.get(text) ?? parsePerson(text));
      }
      return people;
    },
    schema: (schema) => ({ ...schema, ...ignoredKeysSchema }),
  },
);

/** Returns help for `ada:Ada`, which is a string without a space after the colon. */
function helpForColon(node: Node, { text }: Scope): string | undefined {
  if (node.kind !== 'scalar' || node.style !== 'plain') return;
  const [, id, value = ''] =
    /^([^\s:]+):(?!\/\/)(\S.*)/.exec(text.slice(node.start, node.end)) ?? [];
  return id && `add a space after the colon: "${shorten(id)}: ${shorten(value)}"`;
}

/** Returns people without the keys for anchors. A key such as `x-men` may also be the id of a person. */
function withoutAnchors(node: Node, scope: Scope): Node {
  if (node.kind !== 'map') return node;
  const isPerson = ({ key, value }: MapEntry) => {
    if (!key.startsWith(IGNORED)) return true;
    let isValid = true;
    const report = () => {
      isValid = false;
    };
    return value && person.read(value, { ...scope, report }) !== undefined && isValid;
  };
  return { ...node, entries: node.entries.filter(isPerson) };
}

/** Returns the text at the end of each chain of ids, or where a cycle of ids is entered. */
function lastTexts(texts: ReadonlyMap<string, string>): Map<string, string> {
  const last = new Map<string, string>();
  for (const id of texts.keys()) {
    const chain = new Set<string>();
    let at = id;
    while (!last.has(at) && !chain.has(at)) {
      const next = texts.get(at);
      if (next === undefined) break;
      chain.add(at);
      at = next;
    }
    const end = last.get(at) ?? at;
    let isInCycle = false;
    for (const each of chain) {
      isInCycle ||= each === at;
      last.set(each, isInCycle ? each : end);
    }
  }
  return last;
}

/** The people that are written as strings, by id. */
function textsOf(node: Node): Map<string, string> {
  const entries = node.kind === 'map' ? node.entries : [];
  return new Map(
    entries.flatMap(({ key, value }) => (value?.kind === 'scalar' ? [[key, value.value]] : [])),
  );
}
