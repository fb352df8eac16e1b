import { rangeOf } from '../source/source.ts';
import { plain, textSchema } from './plain-text.ts';
import { byKind, type InferFields, map, named, optional, type Shape } from './shape.ts';
import { url } from './url-shape.ts';

const text = plain();

const handle: Shape<string> = {
  ...text,
  read(node, scope) {
    const bare = text.read(node, scope)?.replace(/^@\s*/, '');
    if (bare === '') scope.report('text-empty', rangeOf(node), {});
    return bare || undefined;
  },
  schema: () => textSchema({ never: '[ \\t\\r\\n]*@\\s*$', message: 'A handle, such as @ada.' }),
};

const personFields = {
  name: optional(text, 'The name of the person or group.'),
  handle: optional(handle, 'What follows the "@", with it or without.'),
  url: optional(url, 'Links the name, or the handle if there is no name.'),
};

/** Somebody who is thanked: at least a name or a handle. */
export type Person = InferFields<typeof personFields>;

const personFieldsShape = map('a person', personFields, {
  snippet: { name: '$1', handle: '$2' },
});

const personMap: Shape<Person> = {
  ...personFieldsShape,
  read(node, scope) {
    let sound = true;
    const report: typeof scope.report = (...args) => {
      sound = false;
      scope.report(...args);
    };
    const person = personFieldsShape.read(node, { ...scope, report });
    if (person && sound && person.name === undefined && person.handle === undefined) {
      scope.report('missing-key', rangeOf(node), { key: 'name', or: 'handle', noun: 'a person' });
    }
    return person;
  },
  schema: (definitions) => ({
    ...personFieldsShape.schema(definitions),
    anyOf: [{ required: ['name'] }, { required: ['handle'] }],
  }),
};

const personText: Shape<Person> = {
  ...text,
  read(node, scope) {
    const value = text.read(node, scope);
    if (value === undefined) return;
    const known = scope.people.get(value);
    if (known) return known;
    const id = scope.nearPersonId(value);
    if (id !== undefined) scope.report('person-near-id', rangeOf(node), { text: value, id });
    return parsePerson(value);
  },
};

const A_PERSON = 'a person: a name, an id of "people", or a map';

/** A person where credits name one: a map, an id of `people`, or a text. */
export const person: Shape<Person> = named('person', A_PERSON, () =>
  byKind(A_PERSON, { scalar: personText, map: personMap }),
);

/**
 * The person that a text names: `Ada Lovelace`, `Ada Lovelace (@ada)` or `@ada`. Any other
 * parenthesis belongs to the name.
 */
export function parsePerson(text: string): Person {
  const both = /^(.*\S) \(@([^()]+)\)$/u.exec(text);
  if (both) return { name: both[1] as string, handle: both[2] as string };
  return /^@[^@\s]/u.test(text) ? { handle: text.slice(1) } : { name: text };
}
