/**
 * Recognizes the table of faces that all-contributors writes into a page.
 *
 * @see https://github.com/all-contributors/cli/blob/main/src/generate/format-contributor.js
 */
import type { Html, RootContent } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { wordsOfDescription } from '../../model/contribution-words.ts';
import type { ImportedCredits, ImportedEntry } from '../../model/imported-page.ts';
import { readHtmlText } from '../cards/read-html.ts';
import { inlineMarkdown } from '../shared/inline-markdown.ts';

/** The range of `size`. */
const [MIN_SIZE, MAX_SIZE] = [16, 512];

/** The comments before and after the table. */
const BEFORE =
  /^<!-- *(?:ALL-CONTRIBUTORS-LIST:START|prettier-ignore-start|markdownlint-disable)\b/;
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
  if (block.type !== 'html') return;
  const blocks = page.tree.children;
  // Only the first of several comments can start the credits.
  if (isComment(block, BEFORE) && isComment(blocks[index - 1], BEFORE)) return;
  let end = index;
  while (isComment(blocks[end], BEFORE)) end += 1;
  const table = blocks[end];
  const faces = table?.type === 'html' ? facesIn(table, page) : undefined;
  if (!faces) return;
  end += 1;
  while (isComment(blocks[end], AFTER)) end += 1;
  const [size = 0, ...otherSizes] = new Set(faces.map((face) => face.size));
  const isValid = otherSizes.length === 0 && size >= MIN_SIZE && size <= MAX_SIZE;
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

/** Returns the people in a table, or `undefined` if it has other content. */
function facesIn({ value }: Html, page: MarkdownPage): Face[] | undefined {
  const [, content] = /^<table\b[^>]*>(.*)<\/table>\s*$/s.exec(value) ?? [];
  if (content === undefined) return;
  // The footer only says how to add a contributor.
  const rows = content.replace(/<tfoot\b.*<\/tfoot>/s, '');
  const cells = rows.replace(/<\/?(?:tbody|tr)\b[^>]*>/g, '').split('</td>');
  if (cells.pop()?.trim() !== '') return;
  const faces: Face[] = [];
  for (const cell of cells) {
    const [start] = /^\s*<td\b[^>]*>\s*/.exec(cell) ?? [];
    if (start === undefined) return;
    const inner = cell.slice(start.length).trim();
    const face = inner === '' ? undefined : readFace(inner, page);
    if (face) faces.push(face);
    else if (inner !== '') return;
  }
  return faces.length > 0 ? faces : undefined;
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

/** Returns the contributions after a name, or `undefined` if there is other content. */
function readContributions(html: string): string[] | undefined {
  const contributions: string[] = [];
  const rest = html.replace(/<a\b([^>]*)>[^<]*<\/a>|<br ?\/?>/g, (_, link?: string) => {
    const title = link === undefined ? undefined : attributesOf(link).title;
    if (title) contributions.push(wordsOfDescription(title));
    return '';
  });
  return rest.trim() === '' ? contributions : undefined;
}

/** Returns the attributes of a tag that have a visible value. */
function attributesOf(tag: string): Record<string, string | undefined> {
  return Object.fromEntries(
    Array.from(tag.matchAll(/([a-z-]+)="([^"]*)"/g), ([, name, value = '']) => [
      name,
      readHtmlText(value.trim()),
    ]),
  );
}
