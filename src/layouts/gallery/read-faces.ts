/**
 * Recognizes the table of faces that all-contributors writes into a page: in HTML or, by older versions,
 * in Markdown.
 *
 * @see https://github.com/all-contributors/cli/blob/main/src/generate/format-contributor.js
 */
import type { PhrasingContent, RootContent, Table } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { wordsOfDescription } from '../../model/contribution-words.ts';
import type { ImportedCredits, ImportedEntry } from '../../model/imported-page.ts';
import { SIZE_RANGE } from '../../model/style.ts';
import { attributeText } from '../../stringify/util/html-link.ts';
import { readHtmlText } from '../cards/read-html.ts';
import { inlineMarkdown } from '../shared/inline-markdown.ts';

/** The comments before and after the table. */
const BEFORE =
  /^<!-- *(?:ALL-CONTRIBUTORS-LIST:START\b|prettier-ignore(?:-start)? *-->|markdownlint-disable\b)/;
const AFTER =
  /^<!-- *(?:markdownlint-(?:restore|enable)|prettier-ignore-end|ALL-CONTRIBUTORS-LIST:END)\b/;

/**
 * Returns the people in a table, or `undefined` if a block is neither such a table nor the first comment
 * before one.
 *
 * @param index the index of the block in the page
 */
export function readFaces(
  block: RootContent,
  page: MarkdownPage,
  index: number,
): ImportedCredits | undefined {
  if (block.type !== 'html' && block.type !== 'table') return;
  const blocks = page.tree.children;
  // Only the first of several comments can start the credits.
  if (isComment(block, BEFORE) && isComment(blocks[index - 1], BEFORE)) return;
  let end = index;
  while (isComment(blocks[end], BEFORE)) end += 1;
  const table = blocks[end];
  const cells =
    table?.type === 'html'
      ? htmlCells(table.value)
      : table?.type === 'table'
        ? markdownCells(table)
        : undefined;
  const faces = cells && facesIn(cells, page);
  if (!faces) return;
  end += 1;
  while (isComment(blocks[end], AFTER)) end += 1;
  const [size = 0, ...otherSizes] = new Set(faces.map((face) => face.size));
  const isValid = otherSizes.length === 0 && size >= SIZE_RANGE.min && size <= SIZE_RANGE.max;
  return {
    credits: faces.map(({ entry }) => entry),
    style: { layout: 'gallery', ...(isValid && { size }) },
    nodes: blocks.slice(index, end),
    isRedesigned: true,
  };
}

function isComment(block: RootContent | undefined, pattern: RegExp): boolean {
  return block?.type === 'html' && pattern.test(block.value);
}

/** A person, and the width of the picture in CSS pixels. */
interface Face {
  entry: ImportedEntry;
  size: number;
}

/** Returns the HTML of the cells of a table, or `undefined` if there is other content. */
function htmlCells(html: string): string[] | undefined {
  const [, content] = /^<table\b[^>]*>(.*)<\/table>\s*$/s.exec(html) ?? [];
  if (content === undefined) return;
  // The footer only says how to add a contributor.
  const rows = content.replace(/<tfoot\b.*<\/tfoot>/s, '');
  const cells = rows.replace(/<\/?(?:tbody|tr)\b[^>]*>/g, '').split('</td>');
  if (cells.pop()?.trim() !== '') return;
  const starts = cells.map((cell) => /^\s*<td\b[^>]*>/.exec(cell)?.[0]);
  if (starts.includes(undefined)) return;
  return cells.map((cell, index) => cell.slice(starts[index]?.length));
}

/** Returns the cells of a table as HTML, or `undefined` if one has other content than faces. */
function markdownCells({ children: rows }: Table): string[] | undefined {
  const cells = rows.flatMap(({ children }) => children).map(({ children }) => htmlOf(children));
  return cells.includes(undefined) ? undefined : (cells as string[]);
}

function htmlOf(nodes: readonly PhrasingContent[]): string | undefined {
  const parts = nodes.map(nodeHtml);
  return parts.includes(undefined) ? undefined : parts.join('');
}

function nodeHtml(node: PhrasingContent): string | undefined {
  if (node.type === 'html') return node.value;
  if (node.type === 'text') return attributeText(node.value);
  if (node.type === 'image') return `<img src="${attributeText(node.url)}">`;
  const inner = node.type === 'link' ? htmlOf(node.children) : undefined;
  if (node.type !== 'link' || inner === undefined) return;
  const title = node.title ? ` title="${attributeText(node.title)}"` : '';
  return `<a href="${attributeText(node.url)}"${title}>${inner}</a>`;
}

/** Returns the people in the cells of a table, or `undefined` if one has other content. */
function facesIn(cells: readonly string[], page: MarkdownPage): Face[] | undefined {
  const filled = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
  const faces = filled.map((cell) => readFace(cell, page));
  return faces.length === 0 || faces.includes(undefined) ? undefined : (faces as Face[]);
}

const FACE =
  /^(?:<a\b([^>]*)>)?\s*<img\b([^>]*)>\s*(?:<br ?\/?>\s*)?<sub>\s*<b>([^<]*)<\/b>\s*<\/sub>\s*(?:<\/a>)?/;

/** Returns the person in a cell, or `undefined` if it has other content. */
function readFace(cell: string, page: MarkdownPage): Face | undefined {
  const [start = '', link = '', image = '', html = ''] = FACE.exec(cell) ?? [];
  const name = readHtmlText(html.trim());
  const { src, width } = attributesOf(image);
  const contributions = readContributions(cell.slice(start.length));
  if (name === undefined || src === undefined || !contributions) return;
  const { href } = attributesOf(link);
  const sourceOf = page.pictures?.sourceOf ?? ((url: string) => url);
  const description = inlineMarkdown(contributions.map((text) => ({ text })));
  const size = Number.parseInt(width ?? '0', 10);
  return {
    entry: {
      name,
      person: {
        name,
        ...(href !== undefined && { url: href }),
        // all-contributors adds the size in pixels to the URL.
        image: { src: sourceOf(src.replace(/[?&](?:s|size)=\d+$/, '')) },
      },
      ...(description !== undefined && { description }),
    },
    size,
  };
}

/** A link, a line break, or an emoji that is not a link. */
const CONTRIBUTION =
  /<a\b([^<>]*)>[^<]*<\/a>|<br ?\/?>|(\p{Extended_Pictographic}[^\s<\p{L}\p{N}]*)/gu;

/** Returns the contributions after a name, or `undefined` if there is other content. */
function readContributions(html: string): string[] | undefined {
  const contributions: string[] = [];
  const rest = html.replace(CONTRIBUTION, (_, link?: string, symbol?: string) => {
    const title = link === undefined ? undefined : attributesOf(link).title;
    if (title) contributions.push(wordsOfDescription(title));
    if (symbol) contributions.push(symbol);
    return '';
  });
  return rest.trim() === '' ? contributions : undefined;
}

/** Returns the attributes of a tag that have a visible value. */
function attributesOf(tag: string): Record<string, string | undefined> {
  return Object.fromEntries(
    Array.from(tag.matchAll(/(?<![a-z-])([a-z-]+)="([^"]*)"/g), ([, name, value = '']) => [
      name,
      readHtmlText(value.trim()),
    ]),
  );
}
