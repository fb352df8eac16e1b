import { isMap, isScalar, type Node } from 'yaml';
import { quoted } from '../source/quote-scalar.ts';
import { rangeOf } from '../source/source.ts';
import { type MarkdownField, markdownField } from './markdown-field.ts';
import { person } from './person-shape.ts';
import { plain } from './plain-text.ts';
import type { Scope } from './scope.ts';
import {
  byKind,
  type InferFields,
  list,
  type MapOptions,
  map,
  named,
  oneOrMany,
  optional,
  required,
  type Shape,
} from './shape.ts';
import { url } from './url-shape.ts';

const linkFields = {
  label: required(plain(), 'The text of the link.', { alias: ['name', 'text', 'title'] }),
  url: required(url, 'The URL of the link.', { alias: ['href', 'link'] }),
};

/** A further link of a credit. */
export type Link = InferFields<typeof linkFields>;

const entryFields = {
  name: required(plain(), 'What is credited.', { alias: ['title', 'project', 'label'] }),
  url: optional(url, 'Links the name.', { alias: ['href', 'link', 'homepage', 'website'] }),
  by: optional(
    oneOrMany('a person or a list of people', person),
    'Who made it: a person, or a list of people.',
    {
      alias: ['author', 'authors', 'creator', 'person', 'people', 'contributors', 'maintainers'],
    },
  ),
  description: optional(markdownField({ inline: true }), 'What it is: one line of Markdown.', {
    alias: ['text', 'note', 'notes', 'summary', 'for', 'intro'],
  }),
  version: optional(plain(), 'The version in use, exactly as it is shown.'),
  license: optional(plain(), 'The licence, as an SPDX expression if possible.', {
    alias: ['licence', 'spdx'],
  }),
  links: optional(list('a list of links', map('a link', linkFields)), 'Further links.', {
    alias: ['urls'],
  }),
};

const A_CREDIT = 'a credit: a line of Markdown, or a map with a "name"';

/** A map of fields, or a text that a colon has made a map. */
function entryMap<F extends typeof entryFields>(fields: F, options?: MapOptions<F>) {
  const shape = map('a credit', fields, {
    ...options,
    snippet: { name: '$1', url: '$2', by: '$3', description: '$4' },
  });
  return {
    ...shape,
    read(node: Node, scope: Scope) {
      const target = scope.resolve(node);
      const only = isMap(target) && target.items.length === 1 ? target.items[0]?.key : undefined;
      const isText = isScalar(only) && /^[^a-z]|\s/.test(String(only.value));
      if (!isText) return shape.read(node, scope);
      const range = rangeOf(target);
      const written = scope.text.slice(range.start, range.end).trim();
      if (written.includes('\n')) return shape.read(node, scope);
      scope.report('yaml-quote', range, {
        reason: 'a value without quotes cannot contain ": "',
        text: quoted(written),
      });
      return;
    },
  };
}

/** A credit inside of a credit. */
export type NestedEntry = InferFields<typeof entryFields>;

const nestedCredit = named('nestedCredit', A_CREDIT, () =>
  byKind(A_CREDIT, {
    scalar: markdownField({ inline: true }),
    map: entryMap(entryFields, { misplaced: { credits: 'nested-credits' } }),
  }),
);

const nestingFields = {
  ...entryFields,
  credits: optional(
    list('a list of credits', nestedCredit),
    'Credits that belong to this one: a nested list, one level deep.',
  ),
};

/** A credit that is more than a line of Markdown. */
export type Entry = InferFields<typeof nestingFields>;

/** Something that is credited. */
export type Credit = Entry | MarkdownField;

export const credit: Shape<Credit> = named('credit', A_CREDIT, () =>
  byKind(A_CREDIT, {
    scalar: markdownField({ inline: true }),
    map: entryMap(nestingFields),
  }),
);
