/**
 * Differences between Sätteri, the Markdown parser of Starlight, and micromark. The first table rewrites
 * Markdown so that micromark reads it as Sätteri reads the original. The second one finds Markdown that
 * cannot be rewritten: there, two pages only render the same if their Markdown is the same.
 * `test/satteri.test.ts` checks both tables.
 */
import type { Nodes, Root } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isBareAddress } from '../layouts/shared/phrase.ts';
import { endOf, sliceOf, startOf } from '../markdown/markdown-page.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';
import type { Format } from '../types.ts';
import { escapedAddresses } from './escape-addresses.ts';
import { type Change, changed } from './text-changes.ts';

type FindChanges = (tree: Root, body: string, format: Format) => Change[];

type FindMarkdown = (page: ParsedPage) => readonly string[];

interface ParsedPage {
  tree: Root;
  /** The Markdown of the tree. */
  body: string;
  format: Format;
  /** The paragraphs, headings and cells of the tree. */
  texts: readonly Nodes[];
}

/** Differences that are rewritten. */
export const REWRITTEN: Record<string, FindChanges> = {
  /** To Sätteri, some mail addresses are no links because of the characters next to them. */
  addresses: escapedAddresses,
  /** To Sätteri, emoji and other symbols are punctuation, beside which an underscore is emphasis. */
  underscores: emphasisBesideSymbols,
};

/** An emoji or another character that micromark treats as letters, as it reads UTF-16 code units. */
const ASTRAL_SYMBOL = '(?=[\\u{10000}-\\u{10ffff}])[\\p{P}\\p{S}]';

/** Differences that are compared as they are written. */
export const COMPARED: Record<string, FindMarkdown> = {
  /** Sätteri drops front matter, even from a body that follows front matter. */
  frontMatter: ({ body, format }) => {
    const start = format === 'md' ? body.trimStart() : body;
    return /^(?:---|\+\+\+)[ \t]*\n/.test(start) ? [start] : [];
  },
  /** To Sätteri, directives can start inside a paragraph, and lose the text after their name. */
  colons: inText(/(?<=^|\n)[ \t>]*:{2,}\p{L}.*/gu),
  /** To Sätteri, a line of colons ends the list, quote or footnote that it would continue. */
  ends: inText(/(?<=\n):{3,}[ \t]*(?=\n|$)/g, isNested),
  /** To Sätteri, a definition in an aside counts outside of it, too. */
  definitions: definitionsInAsides,
  /** To Sätteri, a check box may stand before a line break, and in a heading. */
  tasks: inText(/^\[[ x]\](?!\S).*/gis),
  /** To Sätteri, the end of an aside or HTML right after a table is a row of it. */
  rows: ({ body }) => body.match(/^(?=.*\|).*\n[ \t>]*(?::{3,}[ \t]*|<.*)$/gm) ?? [],
  /** To Sätteri, a footnote is shown even if a table has no column for its reference. */
  columns: footnotesWithoutColumn,
  /** Sätteri allows other characters in the host of a literal address. */
  hosts: inText(/(?:https?:\/\/|www\.)[^\s/]*[\u0080-\uffff]\S*/gi),
  /** To Sätteri, a literal address goes on after the end of its cell, and ends before a directive. */
  addresses: ({ body }) => body.match(/(?:https?:\/\/|www\.)[^\s|()<>"]*(?:\||:\p{L})\S*/giu) ?? [],
  /** With smart punctuation, a mail address cannot contain dots or dashes in a row. */
  punctuation: inText(/(?<!\S)(?=\S*@)\S*?(?:\.{3}|--)\S*/g),
  /** To Sätteri, an emoji beside a mark is punctuation. */
  symbols: inText(
    new RegExp(`\\S?[*_~]{1,3}${ASTRAL_SYMBOL}|${ASTRAL_SYMBOL}[*_~]{1,3}\\S?`, 'gu'),
  ),
  /** Sätteri pairs `*` and `_` differently where they touch each other or an escaped one. */
  marks: inText(/\S*(?:\*_|_\*|\\[*_][*_]|[*_]\\[*_])\S*/g),
};

/** Rewrites Markdown so that micromark reads it as Sätteri reads the original. */
export function asSatteriReads(tree: Root, body: string, format: Format): string {
  const changes = Object.values(REWRITTEN).flatMap((find) => find(tree, body, format));
  return changes.length > 0 ? changed(body, changes) : body;
}

/** Returns the Markdown that Sätteri may read differently, which has to be the same on both pages. */
export function comparedMarkdown(tree: Root, body: string, format: Format): string[] {
  const texts: Nodes[] = [];
  visit(tree, (node) => {
    if (!/^(?:paragraph|heading|tableCell)$/.test(node.type)) return;
    texts.push(node);
    return SKIP;
  });
  const found = Object.values(COMPARED).flatMap((find) => find({ tree, body, format, texts }));
  return found.map((markdown) => foldWhiteSpace(markdown));
}

function inText(pattern: RegExp, isCompared = (_: Nodes) => true): FindMarkdown {
  return ({ body, texts }) =>
    texts.flatMap((node) => (isCompared(node) && sliceOf(node, body).match(pattern)) || []);
}

function definitionsInAsides({ tree, body }: ParsedPage): string[] {
  const found: string[] = [];
  if (!body.includes(':::')) return found;
  visit(tree, 'containerDirective', (aside) => {
    visit(aside, 'definition', (definition) => {
      found.push(sliceOf(definition, body));
    });
  });
  return found;
}

function footnotesWithoutColumn({ tree, body }: ParsedPage): string[] {
  const found: string[] = [];
  if (!body.includes('[^')) return found;
  visit(tree, 'table', ({ children: [head, ...rows] }) => {
    const columns = head?.children.length ?? 0;
    for (const cell of rows.flatMap(({ children }) => children.slice(columns))) {
      visit(cell, 'footnoteReference', (reference) => {
        found.push(sliceOf(reference, body));
      });
    }
  });
  return found;
}

function isNested({ position }: Nodes): boolean {
  return (position?.start.column ?? 1) > 1;
}

/** Emphasis in underscores right before or after a symbol. */
const BESIDE_SYMBOL =
  /(?<=^|[\s\p{P}\p{S}])(?<!\\)_(?![\s_])([^_\n]*[^\s_\\])_(?=\p{S})|(?<=\p{S})_(?![\s_])([^_\n]*[^\s_\\])_(?![\p{L}\p{N}_])/gu;

function emphasisBesideSymbols(tree: Root, body: string): Change[] {
  const changes: Change[] = [];
  if (body.search(BESIDE_SYMBOL) < 0) return changes;
  visit(tree, 'text', (node, _, parent) => {
    if (parent && isBareAddress(parent)) return;
    const [from, to] = [startOf(node), endOf(node)];
    for (const { 0: written, index } of body.slice(from, to).matchAll(BESIDE_SYMBOL)) {
      const [start, end] = [from + index, from + index + written.length];
      changes.push({ start, end: start + 1, by: '*' }, { start: end - 1, end, by: '*' });
    }
  });
  return changes;
}
