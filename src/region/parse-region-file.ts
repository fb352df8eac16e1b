import type { Nodes, Parents } from 'mdast';
import { bindingsIn } from '../markdown/esm-bindings.ts';
import { isTooDeep } from '../markdown/markdown-limits.ts';
import type { MarkdownParser } from '../markdown/markdown-parser.ts';
import { findFrontMatter } from '../text/find-front-matter.ts';
import type { Format } from '../types.ts';
import { readMarker, type Side } from './region-markers.ts';

/** A line that is a marker. */
export interface RegionMarker {
  name: string;
  side: Side;
  /** The offset of the line. */
  start: number;
  /** The offset of its end, without the line end. */
  end: number;
  /** The root, or an element or directive that contains Markdown. */
  parent: Parents;
}

/** A value at an offset in a file. */
interface Placed<T> {
  at: number;
  value: T;
}

/** The parts of a file that regions depend on. */
export interface ParsedRegionFile {
  text: string;
  format: Format;
  /** In document order, like the headings and bindings. */
  markers: RegionMarker[];
  /** The levels of headings. */
  headings: Placed<number>[];
  /** The names that `import` and `export` declare. */
  bindings: Placed<string>[];
}

/**
 * Parses a file that contains regions. A marker has to be a comment of the page: one in code, in
 * front matter or in another comment does not count.
 *
 * @throws {VFileMessage} if an `.mdx` file is not valid MDX
 * @throws {RangeError} if it is nested too deep
 */
export function parseRegionFile(
  text: string,
  format: Format,
  parse: MarkdownParser,
): ParsedRegionFile {
  if (isTooDeep(text)) throw new RangeError('too deep');
  const tree = parse(blankFrontMatter(text));
  const file: ParsedRegionFile = { text, format, markers: [], headings: [], bindings: [] };
  addChildren(tree, file);
  return file;
}

/** Replaces front matter with spaces, to keep offsets. */
function blankFrontMatter(text: string): string {
  const { length } = findFrontMatter(text) ?? { length: 0 };
  return text.slice(0, length).replace(/[^\r\n]/g, ' ') + text.slice(length);
}

function addChildren(parent: Parents, file: ParsedRegionFile): void {
  for (const node of parent.children) addNode(node, parent, file);
}

function addNode(node: Nodes, parent: Parents, file: ParsedRegionFile): void {
  const at = node.position?.start.offset ?? 0;
  const end = node.position?.end.offset ?? at;
  switch (node.type) {
    case 'heading':
      file.headings.push({ at, value: node.depth });
      return;
    case 'html':
      addHtml(at, end, parent, file);
      return;
    case 'paragraph':
      for (const inner of node.children)
        if (inner.type === 'html') addHeadings(inner.value, at, file);
      return;
    case 'mdxFlowExpression':
      addMarker(file.text.slice(at, end), at, parent, file);
      return;
    case 'mdxjsEsm':
      for (const value of bindingsIn([node])) file.bindings.push({ at, value });
      return;
    case 'mdxJsxFlowElement': {
      const [, level] = /^h([1-6])$/.exec(node.name ?? '') ?? [];
      if (level) file.headings.push({ at, value: Number(level) });
      addChildren(node, file);
      return;
    }
    case 'containerDirective':
      addChildren(node, file);
  }
}

/** The start of HTML whose content is raw text, without comments. */
const RAW = /^\s*<(?:(?:script|pre|style|textarea)(?=[\s>]|$)|\?|![a-z[])/i;

const HTML_HEADING = /<h([1-6])(?=[\s>])/gi;

function addHtml(from: number, to: number, parent: Parents, file: ParsedRegionFile): void {
  const html = file.text.slice(from, to);
  if (RAW.test(html)) return;
  let at = 0;
  let isComment = false;
  for (const line of html.split(/(?<=\r\n|\n|\r(?!\n))/)) {
    if (!isComment) {
      addMarker(line.replace(/[\r\n]+$/, ''), from + at, parent, file);
      addHeadings(line.replace(/<!--.*?(?:-->|$)/g, ''), from + at, file);
    }
    const [opened, closed] = [line.lastIndexOf('<!--'), line.lastIndexOf('-->')];
    if (opened !== closed) isComment = opened > closed;
    at += line.length;
  }
}

function addHeadings(html: string, at: number, { headings }: ParsedRegionFile): void {
  for (const [, level] of html.matchAll(HTML_HEADING)) headings.push({ at, value: Number(level) });
}

/** Adds a marker, if a piece of text is one and alone on its line. */
function addMarker(piece: string, at: number, parent: Parents, file: ParsedRegionFile): void {
  const { text, format, markers } = file;
  let start = at;
  // `lastIndexOf` would search the whole text before for a kind of line end that it does not have.
  while (start > 0 && !/[\r\n]/.test(text.charAt(start - 1))) start -= 1;
  const rest = /[^\r\n]*/.exec(text.slice(at + piece.length))?.[0] ?? '';
  const end = at + piece.length + rest.length;
  const marker = readMarker(text.slice(start, end), format);
  if (marker) markers.push({ ...marker, start, end, parent });
}
