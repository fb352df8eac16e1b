/**
 * Parses Markdown in parts that start at headings, or at paragraphs far from headings, into the same tree.
 * micromark takes quadratic time in the number of blocks: 62 KB of short headings and lists take 2.1
 * seconds in parts, and 6.9 seconds as a whole (median CPU time of 3 runs, Node 20); 800 KB of paragraphs
 * take 2.2 instead of 3 seconds (Node 24). `test/fast-paths.test.ts` compares the trees.
 *
 * There is one difference: here, a definition in an aside also counts before the aside, as CommonMark has it in
 * quotes and lists. micromark reads what an aside contains after the blocks before it.
 */
import type { Nodes, Root } from 'mdast';
import { normalizeIdentifier } from 'micromark-util-normalize-identifier';
import { VFileMessage } from 'vfile-message';
import { isDefinition, keyOf } from './definition-key.ts';
import { eachNode } from './each-node.ts';
import type { MarkdownParser } from './markdown-parser.ts';

/** The minimum length of a part before a heading, in UTF-16 code units. */
const MIN_PART_LENGTH = 300;

/** The default minimum length of a part before a paragraph. */
const MIN_PARAGRAPHS_LENGTH = 20_000;

/**
 * The label of a possible reference or definition. It has at most 999 characters, but in quotes, each of its
 * lines may have markers. Without a maximum, escaped brackets take quadratic time.
 */
const LABEL = /\[((?:[^[\]\\]|\\.){1,2000})\](:?)/gs;

/**
 * @param minLength the minimum length of a part before a paragraph
 * @throws {VFileMessage} if MDX is invalid
 */
export function parseByHeading(
  markdown: string,
  parse: MarkdownParser,
  minLength = MIN_PARAGRAPHS_LENGTH,
): Root {
  const parts = parseParts(markdown, parse, minLength);
  // The position of an error has to be relative to the whole page.
  if (!parts) return parse(markdown);
  const keys = new Set(parts.flatMap(({ tree }) => keysIn(tree)));
  const root: Root = { type: 'root', children: [] };
  let start = 0;
  let lines = 0;
  for (const { text, tree, assumed } of parts) {
    const defined = assumed.filter((key) => keys.has(key));
    const part = defined.length < assumed.length ? parseWith(defined, text, parse) : tree;
    shiftPositions(part, start, lines);
    root.children.push(...part.children);
    start += text.length;
    lines += text.split('\n').length - 1;
  }
  return root;
}

interface Part {
  text: string;
  tree: Root;
  /** The keys that were taken as defined when the part was parsed. */
  assumed: string[];
}

/** Parses the parts of a page, or returns `undefined` if the last one alone is not valid MDX. */
function parseParts(
  markdown: string,
  parse: MarkdownParser,
  minLength: number,
): Part[] | undefined {
  const parts: Part[] = [];
  let start = 0;
  // These may only look like definitions, as in code.
  const keys = keysOfLabels(markdown, true);
  for (const end of splitPoints(markdown, minLength)) {
    const part = parsePart(markdown.slice(start, end), keys, parse);
    const last = part?.tree.children.at(-1);
    if (!part || !last || !isComplete(last, part.text)) break;
    parts.push(part);
    start = end;
  }
  if (start === 0) return undefined;
  const rest = parsePart(markdown.slice(start), keys, parse);
  return rest && [...parts, rest];
}

/** Parses a part, or returns `undefined` if the part alone is not valid MDX. */
function parsePart(
  text: string,
  keys: ReadonlySet<string>,
  parse: MarkdownParser,
): Part | undefined {
  const assumed = keys.size > 0 ? [...keysOfLabels(text)].filter((key) => keys.has(key)) : [];
  try {
    return { text, tree: parseWith(assumed, text, parse), assumed };
  } catch (error) {
    if (error instanceof VFileMessage) return undefined;
    throw error;
  }
}

/** Parses a part with definitions, as these make text a reference. */
function parseWith(keys: readonly string[], text: string, parse: MarkdownParser): Root {
  if (keys.length === 0) return parse(text);
  // The break ends footnotes, which could continue.
  const before = `${keys.map((key) => `[${key}]: x\n\n`).join('')}***\n\n`;
  const { children } = parse(before + text);
  const end = children.findIndex(({ type }) => type === 'thematicBreak');
  const part: Root = { type: 'root', children: children.slice(end + 1) };
  shiftPositions(part, -before.length, -2 * (keys.length + 1));
  return part;
}

/** Returns the keys of all labels, or only of those that may be defined. */
function keysOfLabels(text: string, onlyDefined = false): Set<string> {
  const keys = new Set<string>();
  for (const [, label = '', colon] of text.matchAll(LABEL)) {
    if (colon || !onlyDefined)
      keys.add(normalizeIdentifier(label.replace(/\n[ \t>]*/g, ' ')).toLowerCase());
  }
  return keys;
}

/** Returns the keys of the definitions in a tree. */
function keysIn(tree: Root): string[] {
  const keys: string[] = [];
  eachNode(tree, (node) => {
    if (isDefinition(node)) keys.push(keyOf(node));
  });
  return keys;
}

/**
 * Yields the offsets of headings, and of paragraphs far from them, that are probably not in fenced code.
 */
function* splitPoints(markdown: string, minParagraphsLength: number): Generator<number> {
  let fence = '';
  let last = 0;
  // Not `^` and `$`, which also match at U+2028 and U+2029, where no line ends in Markdown.
  const lines = markdown.matchAll(
    /(?<![^\n])(?: {0,3}(`{3,}|~{3,})|(#{1,6}[ \t])|(?<=\n[ \t]*\n)\p{L})[^\n]*/gu,
  );
  for (const { 0: line, 1: marker = '', 2: heading, index } of lines) {
    if (marker === '') {
      const minLength = heading === undefined ? minParagraphsLength : MIN_PART_LENGTH;
      if (fence !== '' || index - last < minLength) continue;
      yield index;
      last = index;
    } else if (fence === '') fence = marker;
    else if (marker.startsWith(fence) && line.trim() === marker) fence = '';
  }
}

/** Whether a block cannot continue at a heading, or a paragraph below a blank line, after it. */
function isComplete(block: Nodes, text: string): boolean {
  const markdown = text.slice(block.position?.start.offset, block.position?.end.offset);
  const endsWithBlankLine = /\n[ \t]*\n$/.test(text);
  switch (block.type) {
    case 'blockquote':
    case 'definition':
    case 'footnoteDefinition':
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

function shiftPositions(tree: Nodes, offset: number, lines: number): void {
  eachNode(tree, ({ position }) => {
    if (!position) return;
    for (const point of [position.start, position.end]) {
      point.line += lines;
      if (point.offset !== undefined) point.offset += offset;
    }
  });
}
