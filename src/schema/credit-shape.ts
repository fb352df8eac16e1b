import { personName } from '../model/person-text.ts';
import { type MapEntry, type MapNode, type Node, valueOfKey } from '../source/nodes.ts';
import { asScalar } from '../source/quote-scalar.ts';
import { shorten } from '../text/shorten.ts';
import type { Credit, Markdown, NestedEntry } from '../types.ts';
import { helpForList, reportColonInString } from './common-mistakes.ts';
import { type InferFields, optional, required } from './field.ts';
import { ifThen } from './if-then.ts';
import { creditImage, IMAGE_ALIASES } from './image-shape.ts';
import { markdownField } from './markdown-field.ts';
import { moveInto, moveIntoLinks, moveToSection } from './misplaced-keys.ts';
import { creditedPerson, people, personFields } from './person-shape.ts';
import { named, refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { list } from './shapes/list.ts';
import { type MapOptions, map } from './shapes/map.ts';
import { styleFields } from './style-shape.ts';
import { reportMissingSpace } from './suspicious-scalar.ts';
import { plain, translatedText } from './text-shape.ts';
import { translated } from './translated.ts';
import { unsuggestedKey } from './unsuggested.ts';
import { translatedUrl } from './url-shape.ts';
import { wrongType } from './wrong-type.ts';

export const linkFields = {
  label: required(translatedText, 'The text of the link.', { alias: ['name', 'text', 'title'] }),
  url: required(translatedUrl, 'The URL of the link.', { alias: ['href', 'link', 'to'] }),
};

const URL_ALIASES = [
  ...['href', 'link', 'homepage', 'website', 'site', 'web', 'uri'],
  ...['repo', 'repository', 'source', 'github', 'npm', 'docs', 'profile'],
];

/** A license. A list does not say whether all of its licenses apply. */
const license = refine(plain(), {
  read(node, scope, read) {
    if (node.kind === 'scalar') return read(node, scope);
    const values = node.kind === 'map' ? node.entries.map(({ value }) => value) : node.items;
    const names = values.map((value) => (value?.kind === 'scalar' ? value.value : '…'));
    const only = names.find((name) => name !== '…');
    const help =
      node.kind === 'list' && node.items.length > 1
        ? `write "${names.join(' OR ')}" if one of them can be chosen, or "${names.join(' AND ')}" if all of them apply`
        : only && `write only the license: "${only}"`;
    return wrongType(node, 'a string', scope, help);
  },
});

export const entryFields = {
  name: required(translatedText, 'What is credited.', {
    alias: ['title', 'project', 'package', 'library', 'tool', 'label', 'heading'],
  }),
  person: optional(creditedPerson, 'The person who is credited, instead of a name.', {
    alias: ['persons'],
  }),
  url: optional(translatedUrl, 'The URL that the name links to.', { alias: URL_ALIASES }),
  image: optional(creditImage, 'A picture: a path, a URL, or a map.', { alias: IMAGE_ALIASES }),
  by: optional(people, 'The people behind it: a person or a list.', {
    alias: [
      ...['author', 'authors', 'creator', 'creators', 'person', 'people', 'owner', 'owners'],
      ...['contributor', 'contributors', 'maintainer', 'maintainers', 'developer', 'developers'],
    ],
  }),
  description: optional(
    translated('text', markdownField({ inline: true })),
    'What it is: one line of Markdown.',
    {
      alias: [
        ...['text', 'body', 'content', 'note', 'notes', 'summary', 'details', 'about', 'comment'],
        ...['desc', 'for', 'intro', 'tagline', 'role', 'contributions'],
      ],
    },
  ),
  version: optional(translatedText, 'The version in use, shown as written.'),
  license: optional(
    translated('text', license),
    'The license, as an SPDX expression if possible.',
    {
      alias: ['licence', 'licenses', 'licences', 'spdx'],
    },
  ),
  links: optional(
    list('a list of links', map('a link', linkFields), (node) =>
      helpForList(node, { mainKey: 'label', keys: Object.keys(linkFields), takesText: false }),
    ),
    'Further links.',
    { alias: ['urls'] },
  ),
};

const A_CREDIT = 'a credit: a line of Markdown, or a map with a "name" or "person"';

const NO_PROJECT = 'remove it, or write "name" instead of "person" if this is a project';

/** What a credit of a person cannot have, and the help for it. */
const NOT_OF_PERSONS = {
  name: 'remove "person" or "name"; write "by" instead of "person" for the people behind a project',
  by: NO_PROJECT,
  version: NO_PROJECT,
  license: NO_PROJECT,
};

const without = unsuggestedKey({ type: 'null', errorMessage: 'Not allowed beside "person".' });

/** The schema of a credit with a name or a person. It is not an `anyOf`, which editors show in hovers. */
const NAME_OR_PERSON = ifThen(
  { properties: { person: unsuggestedKey({ type: 'null' }) } },
  { required: ['name'] },
  { properties: Object.fromEntries(Object.keys(NOT_OF_PERSONS).map((key) => [key, without])) },
);

/** A map of fields. A string that is a map because of a colon is reported. */
function entryMap<F extends typeof entryFields>(
  fields: F,
  options?: Pick<MapOptions, 'misplaced'>,
): Shape<InferFields<F>> {
  const entry = map('a credit', fields, {
    alternatives: { name: 'person' },
    exclusive: { key: 'person', others: NOT_OF_PERSONS },
    elsewhere: (entry, node) =>
      helpForHandle(entry, node) ??
      moveInto('by', personFields, entry) ??
      moveIntoLinks(URL_ALIASES, entry, node) ??
      moveToSection(styleFields, entry),
    explains: (key, node) => key === 'name' && isPersonWithHandle(node),
    ...options,
    snippets: {
      'a credit': { name: '$1', url: '$2', by: '$3', description: '$4' },
      'a credit of a person': { person: '$1', description: '$2' },
    },
  });
  return refine(entry, {
    read(node, scope, read) {
      if (node.kind === 'map' && reportColonInString(node, scope)) return;
      const credit = read(node, scope) as NestedEntry | undefined;
      const { person } = credit ?? {};
      if (credit && person) {
        credit.name = personName(person);
        if (person.url !== undefined) credit.url ??= person.url;
        if (person.image) credit.image ??= person.image;
      }
      return credit as InferFields<F> | undefined;
    },
    schema: (schema) => ({ ...schema, ...NAME_OR_PERSON }),
  });
}

const HANDLE_KEYS = ['handle', 'github', 'login', 'username', 'user'];

/** Returns the help for the handle of a credit that is a person. */
function helpForHandle(entry: MapEntry, node: MapNode): string | undefined {
  const { key, value } = entry;
  if (!HANDLE_KEYS.includes(key) || isUrl(value)) return;
  if (!isPersonWithHandle(node)) return moveInto('by', personFields, { ...entry, key: 'handle' });
  const handle = value?.kind === 'scalar' ? shorten(value.value).replace(/^@/, '') : '…';
  const name = valueOfKey(node, 'person') ?? valueOfKey(node, 'name');
  const person =
    name?.kind === 'scalar'
      ? asScalar(`${shorten(name.value)} (@${handle})`)
      : `{ handle: ${handle} }`;
  return `write it as a person: "person: ${person}"`;
}

function isUrl(value: Node | undefined): boolean {
  return value?.kind === 'scalar' && value.value.includes('/');
}

/** Whether a credit has a handle, and nothing that a person cannot have. */
function isPersonWithHandle(node: MapNode): boolean {
  const has = (key: string) => valueOfKey(node, key) !== undefined;
  return HANDLE_KEYS.some(has) && !['by', 'version', 'license'].some(has);
}

/** All keys of a credit. */
export const CREDIT_KEYS = [...Object.keys(entryFields), 'credits'];

/** The help for something else in place of a list of credits. */
export const helpForCredits = (node: Node): string =>
  helpForList(node, {
    mainKey: 'name',
    keys: CREDIT_KEYS,
    takesText: true,
  });

/** A line of Markdown. An id of `people` is only text in it. */
const stringCredit = refine(markdownField({ inline: true }), {
  read(node, scope, read) {
    const id = node.kind === 'scalar' ? node.value.trim() : '';
    if (scope.people.has(id)) scope.report('credit-id', node, { id });
    if (node.kind === 'scalar') {
      reportMissingSpace(node, { keys: CREDIT_KEYS, noun: 'a string credit' }, scope);
    }
    return read(node, scope);
  },
});

/** In several languages, a credit is a string credit. */
const IN_LANGUAGES = { value: stringCredit, keys: () => CREDIT_KEYS };

const nestedCredit: Shape<NestedEntry | Markdown> = named('nestedCredit', A_CREDIT, () => {
  const map = entryMap(entryFields, { misplaced: { credits: 'nested-credits' } });
  return translated('stringCredit', byKind(A_CREDIT, { scalar: stringCredit, map }), IN_LANGUAGES);
});

export const nestingFields = {
  ...entryFields,
  credits: optional(
    list('a list of credits', nestedCredit, helpForCredits),
    'Nested credits, one level deep.',
    {
      alias: ['items', 'children', 'entries', 'nested'],
    },
  ),
};

export const credit: Shape<Credit> = named('credit', A_CREDIT, () => {
  const map = entryMap(nestingFields);
  return translated('stringCredit', byKind(A_CREDIT, { scalar: stringCredit, map }), IN_LANGUAGES);
});
