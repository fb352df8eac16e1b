/** Reads the cells of a table by column. */
import type { TableCell } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import type { ImportedEntry, LineParts } from '../../model/imported-page.ts';
import type { Column, Link } from '../../types.ts';
import { COMMA } from '../shared/delimiters.ts';
import { isLiteralAutolink, phraseOf, phraseText, readLink } from '../shared/phrase.ts';
import { splitHandle } from '../shared/read-handle.ts';
import { formattedName } from '../shared/read-name.ts';
import { creditOf, readPeople, unformattedPerson } from '../shared/read-people.ts';
import { isLicense, isVersion, isYear } from '../shared/recognize-text.ts';

/** The keys of a style that affect the cells of all rows. */
export interface RowStyle {
  bold: boolean;
  and: string;
}

/**
 * Reads the cells of each column but the names and pictures. Returns `undefined` if the column cannot contain
 * a cell.
 */
export const cellReaders: Record<
  Exclude<Column, 'image' | 'name'>,
  (cell: TableCell, style: RowStyle, page: MarkdownPage) => LineParts | undefined
> = {
  by(cell, { and }, page) {
    const phrase = phraseOf(cell, page);
    const people = phrase && readPeople(phrase.text.trim(), and, phrase, true);
    if (people) return { by: people };
    const name = cellString(cell, page);
    return name !== undefined && isPlaceholder(name) ? { by: [{ name }] } : undefined;
  },
  description: (cell, _, page) => ({ description: cellMarkdown(cell, page) }),
  version: (cell, _, page) => optionalField('version', cellString(cell, page)),
  license: (cell, _, page) => optionalField('license', cellString(cell, page)),
  links(cell, _, page) {
    const links = readLinks(cell, page);
    return links && { links };
  },
};

/**
 * Returns the name of a credit, or the person who is credited if the name has a handle.
 *
 * @param parts the cells of the other columns
 */
export function readNameCell(
  cell: TableCell,
  { bold }: RowStyle,
  page: MarkdownPage,
  parts: LineParts,
): ImportedEntry | undefined {
  const phrase = phraseOf(cell, page);
  const formatted = phrase && formattedName(phrase);
  if (formatted) {
    const { handle, rest } = splitHandle(formatted.rest, phrase);
    if (rest.trim() !== '' || formatted.bold !== bold) return;
    return creditOf(formatted, handle, parts, page);
  }
  if (bold) return;
  const person = phrase && unformattedPerson(phrase.text.trim(), phrase);
  const credit = person && creditOf(person, person.handle, parts, page);
  const name = cellString(cell, page);
  return credit ?? (name === undefined ? undefined : { name, ...parts });
}

/** Whether a cell is typical of a column, and not just possible. */
export const isTypical: Partial<Record<Column, (cell: TableCell, page: MarkdownPage) => boolean>> =
  {
    by: (cell, page) => !isPlaceholder(cellString(cell, page) ?? 'linked'),
    version: (cell, page) =>
      cellText(cell, page) === '*' ||
      (!isPlaceholder(cellText(cell, page)) && !isYear(cellText(cell, page))),
    // A link whose label is its URL is rather a description.
    links: (cell, page) =>
      !cell.children.some((node) => node.type === 'link' && isLiteralAutolink(node)) &&
      !readLinks(cell, page)?.some(({ label, url }) => label === url),
  };

/** Whether the content of a cell identifies its column. */
export const isUnmistakable: Partial<
  Record<Column, (cell: TableCell, page: MarkdownPage) => boolean>
> = {
  license: (cell, page) => isLicense(cellText(cell, page)),
  version: (cell, page) => isVersion(cellText(cell, page)),
  links: (cell, page) => (readLinks(cell, page)?.length ?? 0) > 0,
};

/** Whether a text is a placeholder for a missing value, such as `-` or `n/a`. */
function isPlaceholder(text: string): boolean {
  return /^[^\p{L}\p{N}]+$|^n\/?a$/iu.test(text);
}

function readLinks(cell: TableCell, page: MarkdownPage): Link[] | undefined {
  const links = cell.children
    .filter((node) => node.type !== 'text' || node.value.trim() !== COMMA.trim())
    .map((node) => readLink(node, page) ?? undefined);
  return links.includes(undefined) ? undefined : (links as Link[]);
}

function optionalField(key: 'version' | 'license', value: string | undefined) {
  return value === undefined ? undefined : { [key]: value };
}

function cellText(cell: TableCell, page: MarkdownPage): string {
  return phraseOf(cell, page)?.text.trim() ?? '';
}

/** Returns the text of a cell, or `undefined` if the cell is empty or has other content. */
export function cellString(cell: TableCell, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(cell, page);
  return phrase && phraseText(unescapePipes(phrase.text), phrase);
}

export function cellMarkdown(cell: TableCell, page: MarkdownPage): string {
  const markdown = unescapePipes(inlineField(cell, page));
  // In a cell, text cannot start a block; in a field, it has to be escaped.
  return markdown.replace(/^(\d*)([-+*#>.)]|#+)(?=\s|$)/, '$1\\$2');
}

/** Removes the escapes of vertical bars, which only table cells need. */
function unescapePipes(markdown: string): string {
  return markdown.replaceAll('\\|', '|');
}
