import { handleInUrl, parsePerson } from '../model/parse-person.ts';
import type { Node, ScalarNode } from '../source/nodes.ts';
import { asScalar } from '../source/quote-scalar.ts';
import { shorten } from '../text/shorten.ts';
import type { Person } from '../types.ts';
import { helpForPeople } from './common-mistakes.ts';
import { optional } from './field.ts';
import { creditImage, IMAGE_ALIASES } from './image-shape.ts';
import type { Scope } from './scope.ts';
import { named, refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { oneOrMany } from './shapes/list.ts';
import { map } from './shapes/map.ts';
import { reportSuspiciousPerson } from './suspicious-person.ts';
import { reportMissingSpace } from './suspicious-scalar.ts';
import { plain, textSchema, translatedText } from './text-shape.ts';
import { translated } from './translated.ts';
import { translatedUrl } from './url-shape.ts';
import { wrongType } from './wrong-type.ts';

const plainText = plain();

const handle: Shape<string> = refine(plainText, {
  read(node, scope, read) {
    const bare = read(node, scope)?.replace(/^@\s*/, '');
    if (bare === '') scope.report('text-empty', node, {});
    const inUrl = bare && handleInUrl(bare);
    if (inUrl) scope.report('handle-url', node, { url: bare, handle: inUrl });
    return inUrl || bare || undefined;
  },
  schema: (_, definitions) =>
    textSchema(definitions, {
      name: 'handleString',
      never: '[ \\t\\r\\n]*@\\s*$',
      message: 'A handle, such as @ada.',
    }),
});

export const personFields = {
  name: optional(translatedText, 'The name of the person or group.', {
    alias: ['fullname', 'title', 'label', 'person', 'author'],
  }),
  handle: optional(translated('handle', handle), 'The handle, with or without "@".', {
    alias: ['github', 'login', 'username', 'user', 'nick', 'nickname', 'account'],
  }),
  url: optional(translatedUrl, 'The URL that the name or the handle links to.', {
    alias: ['href', 'link', 'homepage', 'website', 'site', 'web', 'profile', 'blog'],
  }),
  image: optional(creditImage, 'A picture of the person.', { alias: IMAGE_ALIASES }),
};

const personMap: Shape<Person> = refine(
  map('a person', personFields, {
    elsewhere: helpForPeople,
    translation: 'translate the name of the person: "{ name: { en: …, fr: … } }"',
    snippets: { 'a person': { name: '$1', handle: '$2' } },
  }),
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
    reportMissingSpace(
      node as ScalarNode,
      { keys: Object.keys(personFields), noun: 'a name' },
      scope,
    );
    reportSuspiciousPerson(value, node as ScalarNode, scope);
    const person = parsePerson(value);
    scope.nodes.set(person, node);
    return person;
  },
});

const A_PERSON = 'a person: a name, an id of "people", or a map';

/** A person of a credit: a map, an id of `people`, or another string. */
export const person: Shape<Person> = named('person', A_PERSON, () =>
  byKind(A_PERSON, { scalar: personString, map: personMap }),
);

/** The person that a credit is about. */
export const creditedPerson: Shape<Person> = refine(person, {
  read(node, scope, read) {
    if (node.kind === 'list') {
      const credits = node.items.map((item) =>
        item.kind === 'scalar' ? `"- person: ${asScalar(shorten(item.value))}"` : '"- person: …"',
      );
      const help = `write ${credits.length > 1 ? 'a credit for each person: ' : ''}${credits.slice(0, 2).join(' and ')}`;
      return wrongType(node, A_PERSON, scope, help);
    }
    const report = ((code, range, args) =>
      scope.report(
        code,
        range,
        code === 'person-several' ? { ...args, isCredit: true } : args,
      )) as typeof scope.report;
    return read(node, { ...scope, report });
  },
});

/** One person or several, each only once. */
export const people: Shape<Person[]> = refine(oneOrMany('a person or a list of people', person), {
  read(node, scope, read) {
    const people = read(node, scope);
    if (people && node.kind === 'list') reportRepeated(people, node.items, scope);
    return people;
  },
});

/** Reports people who are listed twice: with the same handle, or with the same name. */
function reportRepeated(people: readonly Person[], nodes: readonly Node[], scope: Scope): void {
  if (people.length < 2 || people.length !== nodes.length) return;
  const seen = new Map<string, Person>();
  const reported = new Set<Person>();
  for (const [index, person] of people.entries()) {
    const { name, handle, url } = person;
    const byHandle = handle && seen.get(`@${handle.toLowerCase()}`);
    const byName = name && seen.get(name);
    const isSame =
      byHandle ||
      (byName && !(handle && byName.handle) && (url === byName.url || !(url && byName.url)));
    if (isSame) {
      // Further mentions are not reported.
      const isKnown = reported.has((byHandle || byName) as Person);
      if (!isKnown) scope.report('person-twice', nodes[index], { name: name ?? `@${handle}` });
      reported.add(person);
    }
    if (handle) seen.set(`@${handle.toLowerCase()}`, person);
    if (name) seen.set(name, person);
  }
}
