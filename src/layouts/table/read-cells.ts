/** What the cells of a table say of credits, by the column that they stand in. */
import type { TableCell } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import type { DraftEntry } from '../../model/draft.ts';
import type { Column, Link } from '../../types.ts';
import { isLiteral, phraseOf, plainLink, plainOf } from '../line/phrase.ts';
import { markedName } from '../line/read-name.ts';
import { peopleOf } from '../line/read-people.ts';
import { isLicense, isVersion, isYear } from '../line/recognize-text.ts';

/** What holds for all rows. */
export interface RowStyle {
  bold: boolean;
  and: string;
}

/** How the cell of a column is read; nothing where it is more than the column holds. */
export const READERS: Record<
  Column,
  (cell: TableCell, style: RowStyle, page: MarkdownPage) => Partial<DraftEntry> | undefined
> = {
  name(cell, { bold }, page) {
    const phrase = phraseOf(cell, page);
    const marked = phrase && markedName(phrase);
    if (marked) {
      if (marked.rest.trim() !== '' || marked.bold !== bold) return;
      return { name: marked.name, ...(marked.url !== undefined && { url: marked.url }) };
    }
    const name = plainCell(cell, page);
    return name === undefined || bold ? undefined : { name };
  },
  by(cell, { and }, page) {
    const phrase = phraseOf(cell, page);
    const people = phrase && peopleOf(phrase.text.trim(), and, phrase, true);
    if (people) return { by: people };
    const name = plainCell(cell, page);
    return name !== undefined && isPlaceholder(name) ? { by: [{ name }] } : undefined;
  },
  description: (cell, _, page) => ({ description: cellMarkdown(cell, page) }),
  version: (cell, _, page) => optional('version', plainCell(cell, page)),
  license: (cell, _, page) => optional('license', plainCell(cell, page)),
  links(cell, _, page) {
    const links = linksIn(cell, page);
    return links && { links };
  },
};

/** Whether a column is right for a cell, not merely able to hold it. */
export const FITS: Partial<Record<Column, (cell: TableCell, page: MarkdownPage) => boolean>> = {
  by: (cell, page) => !isPlaceholder(plainCell(cell, page) ?? 'linked'),
  version: (cell, page) =>
    textOf(cell, page) === '*' ||
    (!isPlaceholder(textOf(cell, page)) && !isYear(textOf(cell, page))),
  // An address that is its own label is no further link.
  links: (cell, page) =>
    !cell.children.some((node) => node.type === 'link' && isLiteral(node)) &&
    !linksIn(cell, page)?.some(({ label, url }) => label === url),
};

/** Whether a cell shows by itself what its column is, whatever that is called. */
export const SHOWS: Partial<Record<Column, (cell: TableCell, page: MarkdownPage) => boolean>> = {
  license: (cell, page) => isLicense(textOf(cell, page)),
  version: (cell, page) => isVersion(textOf(cell, page)),
  links: (cell, page) => (linksIn(cell, page)?.length ?? 0) > 0,
};

/** What is written where there is nothing to write. */
function isPlaceholder(text: string): boolean {
  return /^[^\p{L}\p{N}]+$|^n\/?a$/iu.test(text);
}

function linksIn(cell: TableCell, page: MarkdownPage): Link[] | undefined {
  const links = cell.children
    .filter((node) => node.type !== 'text' || node.value.trim() !== ',')
    .map((node) => plainLink(node, page) ?? undefined);
  return links.includes(undefined) ? undefined : (links as Link[]);
}

function optional(key: 'version' | 'license', value: string | undefined) {
  return value === undefined ? undefined : { [key]: value };
}

function textOf(cell: TableCell, page: MarkdownPage): string {
  return phraseOf(cell, page)?.text.trim() ?? '';
}

/** A cell that is nothing but text. */
export function plainCell(cell: TableCell, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(cell, page);
  return phrase && plainOf(unpiped(phrase.text), phrase);
}

export function cellMarkdown(cell: TableCell, page: MarkdownPage): string {
  const written = unpiped(inlineField(cell, page));
  // In a cell nothing begins a block; elsewhere it must be escaped.
  return written.replace(/^(\d*)([-+*#>.)]|#+)(?=\s|$)/, '$1\\$2');
}

/** In a table a pipe is escaped even in code; elsewhere it need not be. */
function unpiped(written: string): string {
  return written.replaceAll('\\|', '|');
}
