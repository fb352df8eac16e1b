import { parsePerson } from '../model/parse-person.ts';
import type { Person } from '../types.ts';
import { optional } from './field.ts';
import { named, refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { map } from './shapes/map.ts';
import { plain, textSchema } from './text-shape.ts';
import { url } from './url-shape.ts';

const plainText = plain();

const handle: Shape<string> = refine(plainText, {
  read(node, scope, read) {
    const bare = read(node, scope)?.replace(/^@\s*/, '');
    if (bare === '') scope.report('text-empty', node, {});
    return bare || undefined;
  },
  schema: () => textSchema({ never: '[ \\t\\r\\n]*@\\s*$', message: 'A handle, such as @ada.' }),
});

export const personFields = {
  name: optional(plainText, 'The name of the person or group.', {
    alias: ['fullname', 'title', 'label', 'person', 'author'],
  }),
  handle: optional(handle, 'The handle, with or without "@".', {
    alias: ['github', 'login', 'username', 'user', 'nick', 'nickname', 'account', 'id'],
  }),
  url: optional(url, 'The URL that the name links to, or the handle if there is no name.', {
    alias: ['href', 'link', 'homepage', 'website', 'site', 'web', 'profile', 'blog'],
  }),
};

const personMap: Shape<Person> = refine(
  map('a person', personFields, { snippet: { name: '$1', handle: '$2' } }),
  {
    read(node, scope, read) {
      let isSound = true;
      const report: typeof scope.report = (...args) => {
        isSound = false;
        scope.report(...args);
      };
      const person = read(node, { ...scope, report });
      if (person && isSound && person.name === undefined && person.handle === undefined) {
        scope.report('missing-key', node, { key: 'name', or: 'handle', noun: 'a person' });
      }
      return person;
    },
    schema: (schema) => ({
      ...schema,
      anyOf: [{ required: ['name'] }, { required: ['handle'] }],
    }),
  },
);

const personString: Shape<Person> = refine(plainText, {
  read(node, scope, read) {
    const value = read(node, scope);
    if (value === undefined) return;
    const known = scope.people.get(value);
    if (known) return known;
    const id = scope.nearPersonId(value);
    if (id !== undefined) scope.report('person-near-id', node, { text: value, id });
    return parsePerson(value);
  },
});

const A_PERSON = 'a person: a name, an id of "people", or a map';

/** A person of a credit: a map, an id of `people`, or another string. */
export const person: Shape<Person> = named('person', A_PERSON, () =>
  byKind(A_PERSON, { scalar: personString, map: personMap }),
);
