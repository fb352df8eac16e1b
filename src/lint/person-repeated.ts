import type { YamlEdit } from '../edit/edit-yaml.ts';
import type { YamlValue } from '../edit/render-value.ts';
import { personKey } from '../import/people-ids.ts';
import { personName } from '../model/person-text.ts';
import { type Node, targetOf } from '../source/nodes.ts';
import type { Image, Person } from '../types.ts';
import type { Finding, LintedSource, LintRule } from './lint-rule.ts';
import { NewPeopleIds } from './new-people-ids.ts';
import { textIn, type WrittenPerson } from './people-in.ts';
import { type SamePerson, samePeople } from './same-people.ts';

/** Finds people who are written out more than once, or who have an entry in `people`. */
export const personRepeated: LintRule = function* (source) {
  // In a single list, `person-twice` reports it.
  const groups = samePeople(source).filter(
    ({ written }) => new Set(written.map(({ by, node }) => by ?? node)).size > 1,
  );
  if (groups.length === 0) return;
  const movable = groups.map((group) => movableIn(group, source));
  const ids = new NewPeopleIds(source, movable);
  for (const [index, { written }] of groups.entries()) {
    const [first, ...others] = written as [WrittenPerson, ...WrittenPerson[]];
    const moved = movable[index] as WrittenPerson[];
    const id = first.id ?? (moved.length > 0 ? ids.idOf(moved) : undefined);
    const shared = first.id === undefined && id !== undefined ? moveFirst(moved, id, source) : [];
    for (const each of others) {
      const finding: Finding = {
        code: 'person-repeated',
        range: each.node,
        args: {
          name: personName(each.person),
          line: source.lineOf(first.node),
          ...(first.id !== undefined && { id: first.id }),
        },
      };
      if (id !== undefined && moved.includes(each)) {
        finding.edits = [...shared, setId(each, id, source)];
      }
      yield finding;
    }
  }
};

/** Returns the people of a group who can be replaced by an id without changing a page in any language. */
function movableIn({ written }: SamePerson, source: LintedSource): WrittenPerson[] {
  const [first] = written as [WrittenPerson];
  if (first.id !== undefined && isTranslated(first.node)) return [];
  const key = personKey(first.person);
  const found = written.filter(
    ({ id, person, node }) =>
      id === undefined &&
      personKey(person) === key &&
      !isTranslated(node) &&
      isReplaceable(node, source),
  );
  return first.id !== undefined || found.length > 1 ? found : [];
}

/** Whether a value of a person, or of the person's picture, is a map from language to value. */
function isTranslated(person: Node): boolean {
  const node = targetOf(person);
  if (node.kind !== 'map') return false;
  return node.entries.some(({ key, value }) => {
    if (!value || targetOf(value).kind !== 'map') return false;
    return key !== 'image' || isTranslated(value);
  });
}

/** Whether a node can be replaced, and nothing but its value is lost. */
function isReplaceable(node: Node, source: LintedSource): boolean {
  if (!source.pathOf(node)) return false;
  if (node.kind === 'scalar') return node.style !== 'literal' && node.style !== 'folded';
  if (source.text.slice(node.start, node.end).includes('#')) return false;
  return node.kind === 'list'
    ? node.items.every((item) => isReplaceable(item, source))
    : node.entries.every(
        ({ key, value }) => !key.startsWith('x-') && (!value || isReplaceable(value, source)),
      );
}

/** The keys of a page before `people`. */
const ORDER = [
  ...['title', 'description', 'frontmatter', 'output', 'notice', 'html', 'site', 'languages'],
  'people',
];

/** Adds a person to `people`, and replaces the first place by the id. */
function moveFirst(
  [first]: readonly WrittenPerson[],
  id: string,
  source: LintedSource,
): readonly YamlEdit[] {
  const moved = first as WrittenPerson;
  const value = textIn(moved.node) ?? personMap(moved.person);
  return [{ type: 'set', path: ['people', id], value, order: ORDER }, setId(moved, id, source)];
}

function setId({ node }: WrittenPerson, id: string, { pathOf }: LintedSource): YamlEdit {
  return { type: 'set', path: pathOf(node) ?? [], value: id };
}

function personMap({ image, ...person }: Person): YamlValue {
  return { ...person, ...(image && { image: imageValue(image) }) };
}

function imageValue(image: Image): YamlValue {
  return 'src' in image && image.alt === undefined ? image.src : { ...image };
}
