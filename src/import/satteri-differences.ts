/**
 * Differences between Sätteri, the Markdown parser of Starlight, and micromark. `REWRITTEN` changes
 * Markdown so that micromark reads it as Sätteri reads the original. `COMPARED` finds Markdown that cannot
 * be rewritten: where it occurs, two pages only render the same if it is the same on both.
 * `test/satteri.test.ts` checks both tables.
 */
import type { Emphasis, Nodes, Root, Strong } from 'mdast';
import { SKIP, visit } from 'unist-util-visit';
import { isLiteralAutolink } from '../layouts/shared/phrase.ts';
import { endOf, sliceOf, startOf } from '../markdown/markdown-page.ts';
import { applyEdits, type TextEdit } from '../text/text-edits.ts';
import { unicodePattern } from '../text/unicode-pattern.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';
import type { Format } from '../types.ts';
import { escapeAddresses } from './escape-addresses.ts';

type FindEdits = (tree: Root, body: string, format: Format) => TextEdit[];

/** Markdown that has to be the same on both pages. */
export interface ComparedMarkdown {
  markdown: string;
  /** Its offset in the body, or `undefined` if it is not in one block. */
  start: number | undefined;
}

type FindMarkdown = (page: ParsedPage) => readonly ComparedMarkdown[];

interface ParsedPage {
  tree: Root;
  /** The Markdown of the tree. */
  body: string;
  format: Format;
  /** The paragraphs, headings and cells of the tree. */
  texts: readonly Nodes[];
}

/** Edits that make micromark read Markdown as Sätteri does. */
export const REWRITTEN: Record<string, FindEdits> = {
  /** Sätteri does not link some email addresses, because of the characters next to them. */
  addresses: escapeAddresses,
  /** Sätteri treats emoji and other symbols as punctuation, next to which `_` can be emphasis. */
  underscores: emphasisBesideSymbols,
};

/** A symbol that micromark treats as letters, as it reads UTF-16 code units, such as an emoji. */
const ASTRAL_SYMBOL = '(?=[\\u{10000}-\\u{10ffff}])[\\p{P}\\p{S}]';

/** Patterns of Markdown that has to be the same on both pages. */
export const COMPARED: Record<string, FindMarkdown> = {
  /** Sätteri removes front matter, even from a body that follows front matter. */
  frontMatter: ({ body, format }) => {
    const start = format === 'md' ? body.trimStart() : body;
    return /^(?:---|\+\+\+)[ \t]*\n/.test(start) ? [{ markdown: start, start: undefined }] : [];
  },
  /** Sätteri starts directives inside paragraphs, and drops the text after their names. */
  colons: matchesInText(/(?<=^|\n)[ \t>]*:{2,}\p{L}.*/gu),
  /** In Sätteri, a line of colons ends a list, quote or footnote instead of continuing it. */
  ends: matchesInText(/(?<=\n):{3,}[ \t]*(?=\n|$)/g, isNested),
  /** In Sätteri, a definition in an aside also applies outside the aside. */
  definitions: definitionsInAsides,
  /** Sätteri allows task list markers before a line break and in headings. */
  tasks: matchesInText(/^\[[ x]\](?:(?!\S|[ \t]+\S).*|.*\n[ \t>]*(?:=+|-+)[ \t]*$)/gis),
  /** Sätteri treats the end of an aside, or HTML, directly after a table as a row of the table. */
  rows: linesAfterTables,
  /** Sätteri renders a footnote even if its reference is in a cell beyond the columns of a table. */
  columns: footnotesWithoutColumn,
  /** Sätteri allows other characters in the host of a literal autolink. */
  hosts: matchesInText(/(?:https?:\/\/|www\.)[^\s/]*[\u0080-\uffff]\S*/gi),
  /** In Sätteri, a literal autolink continues after the end of its cell, and ends before a directive. */
  addresses: markedAddresses,
  /** With smart punctuation, an email address cannot contain `...` or `--`. */
  punctuation: matchesInText(/(?<!\S)(?=\S*@)\S*?(?:\.{3}|--)\S*/g),
  /** Sätteri treats an emoji next to an emphasis marker as punctuation. */
  symbols: matchesInText(
    new RegExp(`\\S?[*_~]{1,3}${ASTRAL_SYMBOL}|${ASTRAL_SYMBOL}[*_~]{1,3}\\S?`, 'gu'),
  ),
  /** Sätteri pairs `*` and `_` differently if they are next to each other or to an escaped one. */
  marks: ({ body, texts }) => texts.flatMap((node) => touchingMarks(node, body)),
};

/** Rewrites Markdown so that micromark reads it as Sätteri reads the original. */
export function rewriteForMicromark(tree: Root, body: string, format: Format): string {
  const edits = Object.values(REWRITTEN).flatMap((findEdits) => findEdits(tree, body, format));
  return edits.length > 0 ? applyEdits(body, edits) : body;
}

/** Returns the Markdown that Sätteri may read differently, which has to be the same on both pages. */
export function comparedMarkdown(tree: Root, body: string, format: Format): ComparedMarkdown[] {
  const texts: Nodes[] = [];
  visit(tree, (node) => {
    if (!/^(?:paragraph|heading|tableCell)$/.test(node.type)) return;
    texts.push(node);
    return SKIP;
  });
  return Object.values(COMPARED)
    .flatMap((findMarkdown) => findMarkdown({ tree, body, format, texts }))
    .map(({ markdown, start }) => ({ markdown: foldWhiteSpace(markdown), start }));
}

/** Finds the matches of a pattern in the paragraphs, headings and cells that pass a test. */
function matchesInText(pattern: RegExp, isCompared = (_: Nodes) => true): FindMarkdown {
  return ({ body, texts }) =>
    texts.flatMap((node) =>
      isCompared(node) ? matchesIn(sliceOf(node, body), pattern, startOf(node)) : [],
    );
}

/** @param offset the offset of the text in the body */
function matchesIn(text: string, pattern: RegExp, offset = 0): ComparedMarkdown[] {
  if (text.search(pattern) < 0) return [];
  return [...text.matchAll(pattern)].map(({ 0: markdown, index }) => ({
    markdown,
    start: offset + index,
  }));
}

function definitionsInAsides({ tree, body }: ParsedPage): ComparedMarkdown[] {
  const found: ComparedMarkdown[] = [];
  if (!body.includes(':::')) return found;
  visit(tree, 'containerDirective', (aside) => {
    visit(aside, 'definition', (definition) => {
      found.push({ markdown: sliceOf(definition, body), start: startOf(definition) });
    });
  });
  return found;
}

function markedAddresses({ tree, body }: ParsedPage): ComparedMarkdown[] {
  const found = matchesIn(body, /(?:https?:\/\/|www\.)[^\s|()<>"]*(?:\||:\p{L})\S*/giu);
  if (found.length === 0) return found;
  // The URL of a link, an image or a definition is not a literal autolink.
  const urls = new Set<number>();
  visit(tree, ['link', 'image', 'definition'], (node) => {
    const label = 'children' in node ? node.children.at(-1) : undefined;
    const start = label ? endOf(label as Nodes) : startOf(node);
    const [before] = /^.*?\](?:\(|:\s*)<?/s.exec(body.slice(start, endOf(node))) ?? [];
    if (before) urls.add(start + before.length);
  });
  return found.filter(({ start = 0 }) => !urls.has(start));
}

function touchingMarks(text: Nodes, body: string): ComparedMarkdown[] {
  const pattern = /(?<!\S)\S*(?:\*_|_\*|\\[*_][*_]|[*_]\\[*_])\S*/g;
  const found = matchesIn(sliceOf(text, body), pattern, startOf(text));
  if (found.length === 0) return found;
  // If every mark is paired, parsers agree about emphasis that ends together, as in `*a _b_*.`
  const ends = new Set<number>();
  let isPaired = !/\*{4}|_{4}/.test(sliceOf(text, body));
  visit(text, (node) => {
    if (node.type === 'text' && /[*_]/.test(node.value)) isPaired = false;
    if (!isEmphasis(node)) return;
    const inner = node.children.at(-1);
    const last = inner && isEmphasis(inner) ? inner.children.at(-1) : undefined;
    if (!last || !/^[\s.,:;!?)]?$/.test(body.charAt(endOf(node)))) return;
    if (unicodePattern('[\\p{L}\\p{N}]$').test(sliceOf(last, body))) ends.add(endOf(last));
  });
  return found.filter(({ markdown, start = 0 }) => {
    const marks = [...markdown.matchAll(/[*_\\]{2,}/g)].map(({ index }) => start + index);
    return !isPaired || !marks.every((offset) => ends.has(offset));
  });
}

function isEmphasis(node: Nodes): node is Emphasis | Strong {
  return node.type === 'emphasis' || node.type === 'strong';
}

function linesAfterTables({ tree, body }: ParsedPage): ComparedMarkdown[] {
  const found: ComparedMarkdown[] = [];
  visit(tree, 'table', (table) => {
    const start = endOf(table);
    const line = /^\n[ \t>]*(?::{3,}(?=[ \t]*(?:\n|$))|<.*)/.exec(body.slice(start));
    if (line) found.push({ markdown: line[0], start });
  });
  return found;
}

function footnotesWithoutColumn({ tree, body }: ParsedPage): ComparedMarkdown[] {
  const found: ComparedMarkdown[] = [];
  if (!body.includes('[^')) return found;
  visit(tree, 'table', ({ children: [head, ...rows] }) => {
    const columns = head?.children.length ?? 0;
    for (const cell of rows.flatMap(({ children }) => children.slice(columns))) {
      visit(cell, 'footnoteReference', (reference) => {
        found.push({ markdown: sliceOf(reference, body), start: startOf(reference) });
      });
    }
  });
  return found;
}

function isNested({ position }: Nodes): boolean {
  return (position?.start.column ?? 1) > 1;
}

/** Emphasis in underscores directly before or after a symbol. */
const EMPHASIS_BESIDE_SYMBOL =
  /(?<=^|[\s\p{P}\p{S}])(?<!\\)_(?![\s_])([^_\n]*[^\s_\\])_(?=\p{S})|(?<=\p{S})_(?![\s_])([^_\n]*[^\s_\\])_(?![\p{L}\p{N}_])/gu;

/** Replaces the underscores of emphasis beside symbols with asterisks. */
function emphasisBesideSymbols(tree: Root, body: string): TextEdit[] {
  const edits: TextEdit[] = [];
  if (body.search(EMPHASIS_BESIDE_SYMBOL) < 0) return edits;
  visit(tree, 'text', (node, _, parent) => {
    if (parent && isLiteralAutolink(parent)) return;
    const textStart = startOf(node);
    for (const { 0: emphasis, index } of sliceOf(node, body).matchAll(EMPHASIS_BESIDE_SYMBOL)) {
      const start = textStart + index;
      const end = start + emphasis.length;
      edits.push(
        { start, end: start + 1, replacement: '*' },
        { start: end - 1, end, replacement: '*' },
      );
    }
  });
  return edits;
}
