import type { Credit, Markdown, NestedEntry } from '../types.ts';
import { reportColonInString } from './common-mistakes.ts';
import { optional, required } from './field.ts';
import { markdownField } from './markdown-field.ts';
import { person } from './person-shape.ts';
import { named, refine, type Shape } from './shape.ts';
import { byKind } from './shapes/by-kind.ts';
import { list, oneOrMany } from './shapes/list.ts';
import { type MapOptions, map } from './shapes/map.ts';
import { plain } from './text-shape.ts';
import { url } from './url-shape.ts';

export const linkFields = {
  label: required(plain(), 'The text of the link.', { alias: ['name', 'text', 'title'] }),
  url: required(url, 'The URL of the link.', { alias: ['href', 'link'] }),
};

export const entryFields = {
  name: required(plain(), 'What is credited.', { alias: ['title', 'project', 'label'] }),
  url: optional(url, 'The URL that the name links to.', {
    alias: ['href', 'link', 'homepage', 'website'],
  }),
  by: optional(
    oneOrMany('a person or a list of people', person),
    'The people behind it: a person, or a list of people.',
    {
      alias: ['author', 'authors', 'creator', 'person', 'people', 'contributors', 'maintainers'],
    },
  ),
  description: optional(markdownField({ inline: true }), 'What it is: one line of Markdown.', {
    alias: ['text', 'note', 'notes', 'summary', 'for', 'intro'],
  }),
  version: optional(plain(), 'The version in use, shown as written.'),
  license: optional(plain(), 'The licence, as an SPDX expression if possible.', {
    alias: ['licence', 'spdx'],
  }),
  links: optional(list('a list of links', map('a link', linkFields)), 'Further links.', {
    alias: ['urls'],
  }),
};

const A_CREDIT = 'a credit: a line of Markdown, or a map with a "name"';

/** A map of fields. A string that is a map because of a colon is reported. */
function entryMap<F extends typeof entryFields>(fields: F, options?: MapOptions<F>) {
  const entry = map('a credit', fields, {
    ...options,
    snippet: { name: '$1', url: '$2', by: '$3', description: '$4' },
  });
  return refine(entry, {
    read(node, scope, read) {
      if (node.kind === 'map' && reportColonInString(node, scope)) return;
      return read(node, scope);
    },
  });
}

const nestedCredit: Shape<NestedEntry | Markdown> = named('nestedCredit', A_CREDIT, () =>
  byKind(A_CREDIT, {
    scalar: markdownField({ inline: true }),
    map: entryMap(entryFields, { misplaced: { credits: 'nested-credits' } }),
  }),
);

export const nestingFields = {
  ...entryFields,
  credits: optional(list('a list of credits', nestedCredit), 'Nested credits, one level deep.'),
};

export const credit: Shape<Credit> = named('credit', A_CREDIT, () =>
  byKind(A_CREDIT, {
    scalar: markdownField({ inline: true }),
    map: entryMap(nestingFields),
  }),
);
