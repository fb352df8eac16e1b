/**
 * Parses a page in parts that start at headings, into the same tree. micromark takes quadratic time in
 * the number of blocks: 62 KB of short headings and lists take 2.1 seconds in parts, and 6.9 seconds as a
 * whole (median CPU time of 3 runs, Node 20).
 */
import type { Nodes, Root } from 'mdast';
import type { MarkdownParser } from './parse-markdown.ts';

/** A possible definition, also in quotes and lists. */
const DEFINITION = /^(?:[ \t>*+-]|\d+[.)])*\[(?:[^[\]\\]|\\.)+\]:/ms;

/** The minimum length of a part, in UTF-16 code units. */
const MIN_PART_LENGTH = 1_000;

/** @throws {VFileMessage} if MDX is invalid */
export function parseByHeading(markdown: string, parse: MarkdownParser): Root {
  // References depend on the definitions of the whole page.
  if (DEFINITION.test(markdown)) return parse(markdown);
  const root: Root = { type: 'root', children: [] };
  let start = 0;
  let lines = 0;
  for (const end of splitPoints(markdown)) {
    const text = markdown.slice(start, end);
    const part = parseComplete(text, parse);
    if (!part) break;
    shiftPositions(part, start, lines);
    root.children.push(...part.children);
    start = end;
    lines += text.split('\n').length - 1;
  }
  const rest = start === 0 ? undefined : parsePart(markdown.slice(start), parse);
  // The position of an error has to be relative to the whole page.
  if (!rest) return parse(markdown);
  shiftPositions(rest, start, lines);
  root.children.push(...rest.children);
  return root;
}

/** Yields the offsets of headings, at a minimum distance, that are probably not in fenced code. */
function* splitPoints(markdown: string): Generator<number> {
  let fence = '';
  let last = 0;
  const lines = markdown.matchAll(/^(?: {0,3}(`{3,}|~{3,})|#{1,6}[ \t]).*$/gm);
  for (const { 0: line, 1: marker = '', index } of lines) {
    if (marker === '') {
      if (fence !== '' || index - last < MIN_PART_LENGTH) continue;
      yield index;
      last = index;
    } else if (fence === '') fence = marker;
    else if (marker.startsWith(fence) && line.trim() === marker) fence = '';
  }
}

/** Parses a part, or returns `undefined` if its last block may continue in the next one. */
function parseComplete(text: string, parse: MarkdownParser): Root | undefined {
  const tree = parsePart(text, parse);
  const last = tree?.children.at(-1);
  return last && isComplete(last, text) ? tree : undefined;
}

/** Parses a part, or returns `undefined` if the part alone is not valid MDX. */
function parsePart(text: string, parse: MarkdownParser): Root | undefined {
  try {
    return parse(text);
  } catch {
    return undefined;
  }
}

/** Whether a block cannot continue at a heading after it. */
function isComplete(block: Nodes, text: string): boolean {
  const markdown = text.slice(block.position?.start.offset, block.position?.end.offset);
  const endsWithBlankLine = /\n[ \t]*\n$/.test(text);
  switch (block.type) {
    case 'blockquote':
    case 'heading':
    case 'list':
    case 'paragraph':
    case 'table':
    case 'thematicBreak':
      return true;
    case 'code':
      return !/^[`~]/.test(markdown) || /\n[ \t]*([`~])\1{2,}[ \t]*$/.test(markdown);
    case 'html':
      // Comments, scripts and the like do not end at a blank line.
      return endsWithBlankLine && !/^<(?:[!?]|pre|script|style|textarea)/i.test(markdown);
    case 'mdxJsxFlowElement':
      return endsWithBlankLine;
    default:
      return false;
  }
}

/** Visiting the nodes with `unist-util-visit` takes ten times as long. */
function shiftPositions(node: Nodes, offset: number, lines: number): void {
  const { start, end } = node.position ?? {};
  for (const point of [start, end]) {
    if (!point) continue;
    point.line += lines;
    if (point.offset !== undefined) point.offset += offset;
  }
  if ('children' in node) for (const child of node.children) shiftPositions(child, offset, lines);
}
