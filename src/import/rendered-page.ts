/**
 * The content that readers of a page see: the text of its HTML, as lines to compare. They do not depend
 * on how the Markdown is formatted. Emphasis of punctuation and white space is not visible.
 */
import GithubSlugger from 'github-slugger';
import type { Element, Root as HastRoot, RootContent, Text } from 'hast';
import type { RootContent as Block, Blockquote, Root } from 'mdast';
import { type Directives, directiveFromMarkdown } from 'mdast-util-directive';
import { type MdxJsxFlowElement, type MdxJsxTextElement, mdxFromMarkdown } from 'mdast-util-mdx';
import { defaultHandlers, type State, toHast } from 'mdast-util-to-hast';
import { directive } from 'micromark-extension-directive';
import { mdxjs } from 'micromark-extension-mdxjs';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { parseEntities } from 'parse-entities';
import { visit } from 'unist-util-visit';
import { isCardsImport } from '../layouts/cards/read.ts';
import { canonicalHtml } from '../layouts/cards/read-html.ts';
import { markAlerts } from '../markdown/alerts.ts';
import { parseByHeading } from '../markdown/parse-by-heading.ts';
import { linkAddresses, parseWith, type SyntaxExtension } from '../markdown/parse-markdown.ts';
import { CARD_ATTRIBUTES } from '../model/card-components.ts';
import { escapeHtml } from '../text/escape-html.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';
import type { Format } from '../types.ts';

/** A block of a page. */
export interface RenderedBlock {
  lines: string[];
  /** Where it starts in the Markdown, in UTF-16 code units from 0; footnotes have no place. */
  start: number | undefined;
  /** The lines of each item of a list. */
  items?: string[][];
}

/** The mark of an item of a loose list, whose text is a paragraph. */
const LOOSE = '¶ ';

/** The row of a table that shows how its columns are aligned. */
const ALIGNMENT = /^[^|]*\|:(?:left|center|right|-)\|/;

/** Lines without the space around list items and the alignment of columns. */
export function withoutSpacing(lines: readonly string[]): string[] {
  return lines.filter((line) => !ALIGNMENT.test(line)).map((line) => line.replaceAll(LOOSE, ''));
}

/** All directives. Those that Starlight writes with other formatting are escaped before. */
const DIRECTIVES: SyntaxExtension = { syntax: directive(), mdast: [directiveFromMarkdown()] };

const MDX: SyntaxExtension = { syntax: mdxjs(), mdast: mdxFromMarkdown() };

/** Whether a page may have directives. */
export function hasDirectives(body: string): boolean {
  return /:[:\p{L}]/u.test(body);
}

/** What may be an address, escaped or not. */
const ADDRESS = /[@&]|www|http/i;

/** Parses the body of a page as Starlight does. */
export function parseRendered(body: string, format: Format): Root {
  const directives = hasDirectives(body) ? [DIRECTIVES] : [];
  const further = format === 'md' ? directives : [MDX, ...directives];
  return parseByHeading(body, (markdown) => parseWith(markdown, ...further));
}

type Hast = RootContent | MdxJsxFlowElement | MdxJsxTextElement;

const MDX_NODES = [
  ...['mdxFlowExpression', 'mdxJsxFlowElement', 'mdxJsxTextElement', 'mdxTextExpression'],
  'mdxjsEsm',
];

/**
 * The blocks of a page as they are rendered. The tree is not to be used afterwards.
 *
 * @param body the Markdown of the tree
 */
export function renderedBlocks(tree: Root, body: string): RenderedBlock[] {
  if (ADDRESS.test(body)) linkAddresses(tree);
  markAlerts(tree, body);
  const blocks = tree.children.filter((block) => !isCardsImport(block));
  const isModule = ({ type }: Block) => type === 'mdxjsEsm';
  // Modules are loaded before anything is shown.
  const ordered = [...blocks.filter(isModule), ...blocks.filter((block) => !isModule(block))];
  const html = toHast(
    { type: 'root', children: ordered },
    {
      allowDangerousHtml: true,
      passThrough: MDX_NODES as never[],
      clobberPrefix: '',
      handlers: {
        blockquote: quoteOrAlert,
        containerDirective: directiveBlock,
        leafDirective: directiveName,
        textDirective: directiveName,
      },
    },
  ) as HastRoot;
  addHeadingIds(html);
  const rendered = html.children.flatMap((node) => {
    const start = node.position?.start.offset;
    const isList = node.type === 'element' && /^[uo]l$/.test(node.tagName);
    const items = isList ? itemLines(node, '') : undefined;
    const lines = items
      ? [`<${(node as Element).tagName}>`, ...items.flat()]
      : blockLines(node, '');
    return lines.length > 0 ? [{ lines, start, ...(items && { items }) }] : [];
  });
  const unbound = (body.includes('<') ? unboundIn(tree) : []).map(
    (name) => `<${name}> without an import`,
  );
  return unbound.length > 0 ? [...rendered, { lines: unbound, start: undefined }] : rendered;
}

function quoteOrAlert(state: State, node: Blockquote): Element {
  const quote = defaultHandlers.blockquote(state, node);
  return { ...quote, properties: { alert: node.data?.alert ?? false } };
}

/** A container directive, which may be an aside, as an element that HTML does not have. */
function directiveBlock(state: State, node: Directives): Element {
  return {
    type: 'element',
    tagName: `:::${node.name}`,
    properties: { ...node.attributes },
    children: state.all(node),
    ...(node.position && { position: node.position }),
  };
}

/** Any other directive, which is only a name. */
function directiveName(_: State, { type, name }: Directives): Element | Text {
  if (type === 'textDirective') return { type: 'text', value: `:${name}` };
  const children: Text[] = [{ type: 'text', value: `::${name}` }];
  return { type: 'element', tagName: 'p', properties: {}, children };
}

/** Gives headings the ids that Astro gives them. */
function addHeadingIds(html: HastRoot): void {
  const slugger = new GithubSlugger();
  visit(html, 'element', (heading) => {
    if (!/^h[1-6]$/.test(heading.tagName) || heading.properties.id !== undefined) return;
    let text = '';
    visit(heading, (node) => {
      const isText = node.type === 'text' || (node.type as string) === 'mdxTextExpression';
      const isRaw = node.type === 'raw' && !/^\n?<.*>\n?$/.test(node.value);
      if (isText || isRaw) text += (node as Text).value;
    });
    heading.properties.id = slugger.slug(text).replace(/-$/, '');
  });
}

const BLOCKS =
  /^(?:p|h[1-6]|[uo]l|li|table|blockquote|pre|hr|section|div|:::.*|mdxJsxFlowElement|mdxFlowExpression|mdxjsEsm)$/;

function isBlock(node: Hast): boolean {
  return BLOCKS.test(node.type === 'element' ? node.tagName : node.type);
}

/** The lines of a block, each with what stands before them. */
function blockLines(node: Hast, before: string): string[] {
  if (node.type === 'element') return elementLines(node, before);
  if (node.type === 'mdxJsxFlowElement') {
    return [before + tagLine(node), ...flowLines(node.children as Hast[], `${before}  `)];
  }
  const value = 'value' in node ? foldWhiteSpace(String(node.value)) : '';
  return value === '' ? [] : [before + value];
}

function elementLines(element: Element, before: string): string[] {
  const { tagName, properties, children } = element;
  const [, level] = /^h([1-6])$/.exec(tagName) ?? [];
  if (level !== undefined) {
    const text = inlineText(children);
    return [`${before}${'#'.repeat(Number(level))} ${text} (#${properties.id})`];
  }
  switch (tagName) {
    case 'ul':
    case 'ol':
      return [`${before}<${tagName}>`, ...itemLines(element, before).flat()];
    case 'table':
      return tableLines(element, before);
    case 'blockquote':
      return flowLines(children, `${before}${properties.alert ? '>!' : '>'} `);
    case 'hr':
      return [`${before}---`];
    case 'pre':
      return codeLines(element, before);
    default:
      return tagName.startsWith(':::')
        ? [
            `${before}${tagName} ${JSON.stringify(properties)}`,
            ...flowLines(children, `${before}: `),
          ]
        : flowLines(children, before);
  }
}

/** The lines of content: of its blocks, and of the text between them. */
function flowLines(nodes: readonly Hast[], before: string): string[] {
  const lines: string[] = [];
  let inline: Hast[] = [];
  const endLine = () => {
    const text = inlineText(inline);
    if (text !== '') lines.push(before + text);
    inline = [];
  };
  for (const node of nodes) {
    if (!isBlock(node)) {
      inline.push(node);
      continue;
    }
    endLine();
    lines.push(...blockLines(node, before));
  }
  endLine();
  return lines;
}

function itemLines({ tagName, properties, children }: Element, before: string): string[][] {
  const items = children.filter((child) => child.type === 'element');
  const start = Number(properties.start ?? 1);
  return items.map((item, index) => {
    const mark = before + (tagName === 'ol' ? `${start + index}. ` : '• ');
    const isLoose = item.children.some(
      (child) => child.type === 'element' && child.tagName === 'p',
    );
    const lines = flowLines(item.children, isLoose ? mark + LOOSE : mark);
    return lines.length > 0 ? lines : [mark];
  });
}

function tableLines(table: Element, before: string): string[] {
  const rows: Element[] = [];
  visit(table, 'element', (element) => {
    if (element.tagName === 'tr') rows.push(element);
  });
  const cellsOf = (row: Element) => row.children.filter((cell) => cell.type === 'element');
  const lines = rows.map((row, index) => {
    // Headings are bold anyway.
    const hidden = index === 0 ? ['strong'] : [];
    const cells = cellsOf(row).map(({ children }) => inlineText(children, hidden));
    return `${before}| ${cells.join(' | ')} |`;
  });
  const sides = cellsOf(rows[0] as Element).map(({ properties }) => properties.align ?? '-');
  const isAligned = sides.some((side) => side !== '-');
  return isAligned ? [`${before}|:${sides.join('|')}|`, ...lines] : lines;
}

function codeLines(pre: Element, before: string): string[] {
  const [code] = pre.children;
  const { className = '' } = code?.type === 'element' ? code.properties : {};
  const { meta = '' } = (code?.data ?? {}) as { meta?: string };
  return [`${before}\`\`\`${className} ${meta}`, ...textIn(pre).split('\n')];
}

/** A piece of a line, and the marks that change how it looks. */
interface Piece {
  text: string;
  marks: readonly string[];
  isCode?: boolean;
}

/**
 * The text of inline content.
 *
 * @param hidden marks that make no difference there
 */
function inlineText(nodes: readonly Hast[], hidden: readonly string[] = []): string {
  const written = piecesOf(nodes, []).map(({ text, marks, isCode }) =>
    marks
      .filter((mark) => !hidden.includes(mark))
      .toSorted()
      .reduce((inner, mark) => (isCode ? around(inner, mark) : aroundLetters(inner, mark)), text),
  );
  return foldWhiteSpace(written.join('').replaceAll(/<\/(strong|em|del)><\1>/g, ''));
}

function around(text: string, mark: string): string {
  return `<${mark}>${text}</${mark}>`;
}

function aroundLetters(text: string, mark: string): string {
  return text.replace(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su, (inner) => around(inner, mark));
}

function piecesOf(nodes: readonly Hast[], marks: readonly string[]): Piece[] {
  return nodes.flatMap((node): Piece[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, marks }];
      case 'raw':
        // Around an image, so that it is no block of HTML.
        return /^<\/?span>$/.test(node.value) ? [] : [tagPiece(withNormalUrls(node.value))];
      case 'element':
        return elementPieces(node, marks);
      case 'mdxJsxTextElement':
        return [
          tagPiece(tagLine(node)),
          ...piecesOf(node.children as Hast[], marks),
          tagPiece('</>'),
        ];
      default:
        return 'value' in node ? [tagPiece(`{${node.value}}`)] : [];
    }
  });
}

/** Encodes the URLs in a tag as those of Markdown are encoded. */
function withNormalUrls(html: string): string {
  return html.replace(/(?<=^<(?:a|img)\s[^>]*(?:href|src)=")[^"]*/g, (url) =>
    escapeAttribute(normalizeUri(parseEntities(url))),
  );
}

function escapeAttribute(value: string): string {
  return escapeHtml(value, /[&"<|]/g);
}

function tagPiece(text: string): Piece {
  return { text, marks: [] };
}

function elementPieces(element: Element, marks: readonly string[]): Piece[] {
  const { tagName, properties, children } = element;
  const attribute = (name: 'alt' | 'href' | 'src' | 'title') =>
    `${name}="${escapeAttribute(String(properties[name] ?? ''))}"`;
  const titled = properties.title === undefined ? '' : ` ${attribute('title')}`;
  switch (tagName) {
    case 'strong':
    case 'em':
    case 'del':
      return piecesOf(children, marks.includes(tagName) ? marks : [...marks, tagName]);
    case 'a':
      return [
        tagPiece(`<a ${attribute('href')}${titled}>`),
        ...piecesOf(children, marks),
        tagPiece('</a>'),
      ];
    case 'img':
      return [tagPiece(`<img ${attribute('src')} ${attribute('alt')}${titled} />`)];
    case 'code':
      return [{ text: `\`${textIn(element)}\``, marks, isCode: true }];
    case 'br':
      return [tagPiece('<br>')];
    case 'input':
      return [tagPiece(properties.checked ? '[x]' : '[ ]')];
    default:
      return [tagPiece(`<${tagName}>`), ...piecesOf(children, marks), tagPiece(`</${tagName}>`)];
  }
}

function textIn(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

/** The components for cards that a page uses and does not import. */
function unboundIn(tree: Root): string[] {
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

function tagLine({ name, attributes }: { name: string | null; attributes: unknown[] }): string {
  const known = attributes as { type: string; name?: string; value?: unknown }[];
  const isCard = name !== null && CARD_ATTRIBUTES.has(name);
  const written = known.map(({ name: key, value }) => {
    if (value && typeof value === 'object') return `${key}={${(value as { value: string }).value}}`;
    if (key === undefined) return `{${value}}`;
    // Cards take HTML.
    const isHtml = isCard && typeof value === 'string' && key !== 'href';
    return `${key}=${isHtml ? canonicalHtml(value) : JSON.stringify(value)}`;
  });
  // Their order makes no difference, unless some are spread.
  const sorted = written.some((text) => text.startsWith('{')) ? written : written.sort();
  return `<${[name, ...sorted].join(' ')}>`;
}
