/**
 * The rendered content of a page, as lines to compare. They do not depend on how the Markdown is
 * formatted. Emphasis of punctuation and white space is ignored, as it is not visible.
 */
import type { Element } from 'hast';
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { CARD_ATTRIBUTES } from '../model/card-components.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';
import { cardWords } from './card-words.ts';
import { type HastNode, pageToHast } from './page-to-hast.ts';
import { openingTag, renderInline, textContent } from './render-inline.ts';
import type { ComparedMarkdown } from './satteri-differences.ts';

/** A rendered block of a page. */
export interface RenderedBlock {
  lines: string[];
  /**
   * The offset of the block in the body, in UTF-16 code units from 0. It is `undefined` if the block is
   * not in one place, such as footnotes.
   */
  start: number | undefined;
  /** The lines of each item, if the block is a list. */
  items?: string[][];
}

/** The marker of items of a loose list, which contain paragraphs. */
const LOOSE_MARKER = '¶ ';

/** The line before a table that contains the alignment of its columns. */
const ALIGNMENT_LINE = /^[^|]*\|:(?:left|center|right|-)\|/;

/** Returns lines without the space between list items and the alignment of columns. */
export function withoutSpacing(lines: readonly string[]): string[] {
  return lines
    .filter((line) => !ALIGNMENT_LINE.test(line))
    .map((line) => line.replaceAll(LOOSE_MARKER, ''));
}

/**
 * Renders the blocks of a page. The tree is modified, and must not be used afterwards.
 *
 * @param body the Markdown of the tree
 * @param compared Markdown that is added to the lines of its block or item
 */
export function renderBlocks(
  tree: Root,
  body: string,
  compared: readonly ComparedMarkdown[],
): RenderedBlock[] {
  const elsewhere = compared.flatMap(({ markdown, start }) =>
    start === undefined ? markdown : [],
  );
  const inBlocks = compared.filter(({ start }) => start !== undefined);
  // The next one is the last.
  inBlocks.sort((left, right) => (right.start ?? 0) - (left.start ?? 0));
  const takeMarkdown = ({ type, position }: HastNode): string[] => {
    const [from, to] = [position?.start.offset ?? 0, position?.end.offset ?? 0];
    const inside: string[] = [];
    // Modules are not in the order of the page.
    while (type !== 'mdxjsEsm' && (inBlocks.at(-1)?.start ?? to) < to) {
      const { markdown, start = 0 } = inBlocks.pop() as ComparedMarkdown;
      (start < from ? elsewhere : inside).push(markdown);
    }
    return inside;
  };
  const blocks = pageToHast(tree, body).children.flatMap((node) => {
    const start = node.position?.start.offset;
    const isList = node.type === 'element' && /^[uo]l$/.test(node.tagName);
    const items = isList
      ? itemLines(node, '', takeMarkdown).map((lines) => lines.map(withoutIsolates))
      : undefined;
    const content = (
      items ? [`<${(node as Element).tagName}>`, ...items.flat()] : blockLines(node, '')
    ).map(withoutIsolates);
    const lines = content.length > 0 ? [...content, ...takeMarkdown(node)] : [];
    return lines.length > 0 ? [{ lines, start, ...(items && { items }) }] : [];
  });
  const lines = [
    ...elsewhere,
    ...inBlocks.map(({ markdown }) => markdown),
    ...(body.includes('<') ? unimportedCards(tree) : []).map(
      (name) => `<${name}> without an import`,
    ),
  ];
  return lines.length > 0 ? [...blocks, { lines, start: undefined }] : blocks;
}

/** Removes isolates, which a built page may have around texts even if the original has none. */
function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}

const BLOCK_TYPES =
  /^(?:p|h[1-6]|[uo]l|li|table|blockquote|pre|hr|section|div|:::.*|mdxJsxFlowElement|mdxFlowExpression|mdxjsEsm)$/;

function isBlockNode(node: HastNode): boolean {
  return BLOCK_TYPES.test(node.type === 'element' ? node.tagName : node.type);
}

/** Returns the lines of a block, each after a prefix. */
function blockLines(node: HastNode, prefix: string): string[] {
  if (node.type === 'element') return elementLines(node, prefix);
  if (node.type === 'mdxJsxFlowElement') {
    const words = cardWords(node);
    if (words !== undefined) return [`${prefix}<card> ${words}`];
    return [prefix + openingTag(node), ...flowLines(node.children as HastNode[], `${prefix}  `)];
  }
  const value = 'value' in node ? foldWhiteSpace(String(node.value)) : '';
  return value === '' ? [] : [prefix + value];
}

function elementLines(element: Element, prefix: string): string[] {
  const { tagName, properties, children } = element;
  const [, level] = /^h([1-6])$/.exec(tagName) ?? [];
  if (level !== undefined) {
    const text = renderInline(children);
    return [`${prefix}${'#'.repeat(Number(level))} ${text} (#${properties.id})`];
  }
  switch (tagName) {
    case 'ul':
    case 'ol':
      return [`${prefix}<${tagName}>`, ...itemLines(element, prefix).flat()];
    case 'table':
      return tableLines(element, prefix);
    case 'blockquote':
      return flowLines(children, `${prefix}${properties.alert ? '>!' : '>'} `);
    case 'hr':
      return [`${prefix}---`];
    case 'pre':
      return codeLines(element, prefix);
    default:
      return tagName.startsWith(':::')
        ? [
            `${prefix}${tagName} ${JSON.stringify(properties)}`,
            ...flowLines(children, `${prefix}: `),
          ]
        : flowLines(children, prefix);
  }
}

/** Returns the lines of blocks, and of the inline content between them. */
function flowLines(nodes: readonly HastNode[], prefix: string): string[] {
  const lines: string[] = [];
  let inline: HastNode[] = [];
  const endLine = () => {
    const text = renderInline(inline);
    if (text !== '') lines.push(prefix + text);
    inline = [];
  };
  for (const node of nodes) {
    if (!isBlockNode(node)) {
      inline.push(node);
      continue;
    }
    endLine();
    lines.push(...blockLines(node, prefix));
  }
  endLine();
  return lines;
}

/** @param linesAfter returns lines to add to those of an item */
function itemLines(
  { tagName, properties, children }: Element,
  prefix: string,
  linesAfter: (item: Element) => string[] = () => [],
): string[][] {
  const items = children.filter((child) => child.type === 'element');
  const start = Number(properties.start ?? 1);
  return items.map((item, index) => {
    const itemPrefix = prefix + (tagName === 'ol' ? `${start + index}. ` : '• ');
    const isLoose = item.children.some(
      (child) => child.type === 'element' && child.tagName === 'p',
    );
    const lines = flowLines(item.children, isLoose ? itemPrefix + LOOSE_MARKER : itemPrefix);
    return [...(lines.length > 0 ? lines : [itemPrefix]), ...linesAfter(item)];
  });
}

function tableLines(table: Element, prefix: string): string[] {
  const rows: Element[] = [];
  visit(table, 'element', (element) => {
    if (element.tagName === 'tr') rows.push(element);
  });
  const cellsOf = (row: Element) => row.children.filter((cell) => cell.type === 'element');
  const lines = rows.map((row, index) => {
    // Headings are always bold.
    const ignoredMarks = index === 0 ? ['strong'] : [];
    const cells = cellsOf(row).map(({ children }) => renderInline(children, ignoredMarks));
    return `${prefix}| ${cells.join(' | ')} |`;
  });
  const alignment = cellsOf(rows[0] as Element).map(({ properties }) => properties.align ?? '-');
  const isAligned = alignment.some((align) => align !== '-');
  return isAligned ? [`${prefix}|:${alignment.join('|')}|`, ...lines] : lines;
}

function codeLines(pre: Element, prefix: string): string[] {
  const [code] = pre.children;
  const { className = '' } = code?.type === 'element' ? code.properties : {};
  const { meta = '' } = (code?.data ?? {}) as { meta?: string };
  return [`${prefix}\`\`\`${className} ${meta}`, ...textContent(pre).split('\n')];
}

/** Returns the names of card components that a page uses but does not import. */
function unimportedCards(tree: Root): string[] {
  const used = new Set<string>();
  const modules: string[] = [];
  visit(tree, (node) => {
    if (node.type === 'mdxJsxFlowElement' && node.name) used.add(node.name);
    if (node.type === 'mdxjsEsm') modules.push(node.value);
  });
  return [...CARD_ATTRIBUTES.keys()].filter(
    (name) => used.has(name) && !modules.some((code) => new RegExp(`\\b${name}\\b`).test(code)),
  );
}
