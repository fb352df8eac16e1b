/** The text of a file that holds regions: its markers, and what they stand under. */
import type { Nodes, Parents } from 'mdast';
import { frontMatterIn } from '../frontmatter/split-front-matter.ts';
import { bindingsIn } from '../markdown/esm-bindings.ts';
import { isTooDeep, isTooLong } from '../markdown/markdown-limits.ts';
import type { MarkdownParser } from '../markdown/parse-markdown.ts';
import type { Format } from '../types.ts';
import { readMarker, type Side } from './region-markers.ts';

/** A line that is a marker. */
export interface Marker {
  name: string;
  side: Side;
  /** Where its line begins, and where it ends, its line end not among it. */
  start: number;
  end: number;
  /** What it stands in: the page, or an element that holds Markdown. */
  parent: Parents;
}

/** What stands at a place of a file. */
interface Placed<T> {
  at: number;
  value: T;
}

/** What matters of a file to the regions in it. */
export interface ParsedRegionFile {
  text: string;
  format: Format;
  /** In order. */
  markers: Marker[];
  /** The levels of headings, in order. */
  headings: Placed<number>[];
  /** The names that its modules give a meaning. */
  bindings: Placed<string>[];
}

/**
 * Reads a file that holds regions. A marker is one where the reader of the page meets a comment: not
 * in code, nor in front matter, nor in another comment.
 *
 * @returns nothing where a paragraph is so long that it would take for ever
 * @throws {VFileMessage} where an `.mdx` file is no MDX, {RangeError} where it is nested too deep
 */
export function parseRegionFile(
  text: string,
  format: Format,
  parse: MarkdownParser,
): ParsedRegionFile | undefined {
  if (isTooLong(text)) return;
  if (isTooDeep(text)) throw new RangeError('too deep');
  const tree = parse(withoutFrontMatter(text));
  const host: ParsedRegionFile = { text, format, markers: [], headings: [], bindings: [] };
  addChildren(tree, host);
  return host;
}

/** The names that the ESM of some MDX declares. */
export function declaredNames(mdx: string, parseMdx: MarkdownParser): string[] {
  return bindingsIn(parseMdx(mdx).children);
}

/** A text of the same length, its front matter blank. */
function withoutFrontMatter(text: string): string {
  const { length } = frontMatterIn(text) ?? { length: 0 };
  return text.slice(0, length).replace(/[^\r\n]/g, ' ') + text.slice(length);
}

function addChildren(parent: Parents, host: ParsedRegionFile): void {
  for (const node of parent.children) addNode(node, parent, host);
}

function addNode(node: Nodes, parent: Parents, host: ParsedRegionFile): void {
  const at = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? at;
  switch (node.type) {
    case 'heading':
      host.headings.push({ at, value: node.depth });
      return;
    case 'html':
      addHtml(at, end, parent, host);
      return;
    case 'paragraph':
      for (const inner of node.children)
        if (inner.type === 'html') addHeadings(inner.value, at, host);
      return;
    case 'mdxFlowExpression':
      addMarker(host.text.slice(at, end), at, parent, host);
      return;
    case 'mdxjsEsm':
      for (const value of bindingsIn([node])) host.bindings.push({ at, value });
      return;
    case 'mdxJsxFlowElement': {
      const [, level] = /^h([1-6])$/.exec(node.name ?? '') ?? [];
      if (level) host.headings.push({ at, value: Number(level) });
      addChildren(node, host);
      return;
    }
    case 'containerDirective':
      addChildren(node, host);
  }
}

/** What holds text of another kind, in which a comment is none. */
const RAW = /^\s*<(?:(?:script|pre|style|textarea)(?=[\s>]|$)|\?|![a-z[])/i;

const HEADING = /<h([1-6])(?=[\s>])/gi;

/** The lines of raw HTML, which may be many. */
function addHtml(from: number, to: number, parent: Parents, host: ParsedRegionFile): void {
  const html = host.text.slice(from, to);
  if (RAW.test(html)) return;
  let at = 0;
  let isComment = false;
  for (const line of html.split(/(?<=\r\n|\n|\r(?!\n))/)) {
    if (!isComment) {
      addMarker(line.replace(/[\r\n]+$/, ''), from + at, parent, host);
      addHeadings(line.replace(/<!--.*?(?:-->|$)/g, ''), from + at, host);
    }
    const [opened, closed] = [line.lastIndexOf('<!--'), line.lastIndexOf('-->')];
    if (opened !== closed) isComment = opened > closed;
    at += line.length;
  }
}

/** The headings that begin in a piece of raw HTML. */
function addHeadings(html: string, at: number, { headings }: ParsedRegionFile): void {
  for (const [, level] of html.matchAll(HEADING)) headings.push({ at, value: Number(level) });
}

/** A marker, where a piece of text is one and alone on its line. */
function addMarker(piece: string, at: number, parent: Parents, host: ParsedRegionFile): void {
  const { text, format, markers } = host;
  const start = Math.max(text.lastIndexOf('\n', at - 1), text.lastIndexOf('\r', at - 1)) + 1;
  const rest = /[^\r\n]*/.exec(text.slice(at + piece.length))?.[0] ?? '';
  const end = at + piece.length + rest.length;
  const marker = readMarker(text.slice(start, end), format);
  if (marker) markers.push({ ...marker, start, end, parent });
}
