/** Recognizes credits in a table. */
import type { Table, TableCell, TableRow } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import type {
  ImportedCredit,
  ImportedCredits,
  ImportedEntry,
  LineParts,
} from '../../model/imported-page.ts';
import { defaultStyle } from '../../model/style.ts';
import type { Column, Image } from '../../types.ts';
import { phraseOf } from '../shared/phrase.ts';
import { withImage } from '../shared/read-image.ts';
import { formattedName } from '../shared/read-name.ts';
import { AND_WORDS } from '../shared/read-people.ts';
import { defaultColumns } from './columns.ts';
import {
  cellMarkdown,
  cellReaders,
  cellString,
  isTypical,
  isUnmistakable,
  type RowStyle,
  readNameCell,
} from './read-cells.ts';
import { readImageCell } from './read-image-cell.ts';

/** The headings of columns. The first column contains names, unless it contains pictures. */
const HEADINGS: Partial<Record<Column, RegExp>> = {
  license: /li[cz]en[csz]|許諾|許可|许可|协议|лицензия|ライセンス|^spdx$/i,
  version: /^versions?$|^release$/i,
  by: /^(?:by|who|authors?|creators?|made by|created by|developers?|maintainers?|copyright(?: holder)?|people|person|contributors?|owner)\b/i,
  links:
    /^(?:links?|urls?|web ?sites?|web|home ?pages?|source|sources|repo|repository|github|project (?:url|link)|where)\b|^(?:链接|連結|リンク|ссылка)/i,
};

/** The columns to recognize, the most specific first. Any other column is a description. */
const SPECIFIC = ['license', 'version', 'by', 'links'] as const;

/** Returns the credits in a table, or `undefined` if it has columns that cannot be recognized. */
export function readTable(table: Table, page: MarkdownPage): ImportedCredits | undefined {
  const [head, ...rows] = table.children;
  const labels = head?.children.map((cell) => labelOf(cell, page));
  if (!labels || labels.includes(undefined) || rows.length === 0) return;
  const imageColumn = labels.findIndex((_, index) => hasImages(rows, index, page));
  const nameColumn = imageColumn === 0 ? 1 : 0;
  const style = readRowStyle(labels as string[], rows, nameColumn, page);
  const known = labels.map((_, index) =>
    index === imageColumn ? 'image' : index === nameColumn ? 'name' : undefined,
  );
  const columns = recognizeColumns(labels as string[], known, rows, style, page);
  if (!columns) return;
  const credits = rows.map(({ children }) => readRow(children, columns, style, page));
  if (credits.includes(undefined)) return;
  const entries = (credits as ImportedCredit[]).filter((credit) => typeof credit !== 'string');
  const isDefault =
    String(columns) === String(defaultColumns(entries.map((entry) => withPicture(entry, page))));
  const isForGitHub = filledCells(rows, imageColumn).some(
    (cell) => readImageCell(cell, page)?.isForGitHub,
  );
  return {
    credits: credits as ImportedCredit[],
    style: {
      layout: 'table',
      columns,
      labels: Object.fromEntries(columns.map((column, index) => [column, labels[index] as string])),
      bold: style.bold,
      ...(entries.some(({ by }) => (by?.length ?? 0) > 1) && { and: style.and }),
    },
    ...(isDefault && { optionalKeys: ['columns'] }),
    ...(isForGitHub && { isForGitHub }),
    nodes: [table],
  };
}

/**
 * Whether a column contains pictures as they are written. On a page for Starlight, an image alone in a cell
 * is a description.
 */
function hasImages(rows: readonly TableRow[], index: number, page: MarkdownPage): boolean {
  const images = filledCells(rows, index).map((cell) => readImageCell(cell, page));
  return (
    images.length > 0 &&
    images.every((image) => image && (!image.isForGitHub || page.frontMatter === undefined))
  );
}

/** Returns a credit with the picture that a table shows: its own, that of the person, or one by the handle. */
function withPicture(entry: ImportedEntry, { pictures }: MarkdownPage): object {
  const { image, person } = entry;
  const handle = person?.handle;
  return {
    ...entry,
    image: image ?? person?.image ?? (handle && pictures?.avatarOf(handle)),
  };
}

/** Returns the text of a heading. Strong emphasis is ignored, as headings are always bold. */
function labelOf(cell: TableCell, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(cell, page);
  const formatted = phrase && formattedName(phrase);
  if (formatted?.bold && formatted.url === undefined && formatted.rest === '') {
    return formatted.name;
  }
  return cellString(cell, page);
}

function readRowStyle(
  labels: readonly string[],
  rows: readonly TableRow[],
  nameColumn: number,
  page: MarkdownPage,
): RowStyle {
  const phrasesIn = (index: number) =>
    filledCells(rows, index).flatMap((cell) => phraseOf(cell, page) ?? []);
  const strong = phrasesIn(nameColumn).filter((phrase) => formattedName(phrase)?.bold);
  const people = phrasesIn(labels.findIndex((label) => HEADINGS.by?.test(label)));
  const count = (word: string) => people.filter(({ text }) => text.includes(` ${word} `)).length;
  const and = AND_WORDS.reduce(
    (best, word) => (count(word) > count(best) ? word : best),
    defaultStyle.and,
  );
  return { bold: strong.length * 2 > rows.length, and };
}

/** Returns the cells of a column that are not empty. */
function filledCells(rows: readonly TableRow[], index: number): TableCell[] {
  return rows
    .flatMap(({ children }) => children[index] ?? [])
    .filter(({ children }) => children.length > 0);
}

/**
 * Recognizes the column of each heading by its text, if the cells fit, or by the cells. If one heading
 * remains, its column is the description. Returns `undefined` if several remain.
 *
 * @param known the columns that need not be recognized
 */
function recognizeColumns(
  labels: readonly string[],
  known: readonly (Column | undefined)[],
  rows: readonly TableRow[],
  style: RowStyle,
  page: MarkdownPage,
): Column[] | undefined {
  const columns = [...known];
  const assign = (matches: (column: Column, cells: TableCell[], label: string) => boolean) => {
    for (const [index, label] of labels.entries()) {
      if (columns[index]) continue;
      const cells = filledCells(rows, index);
      columns[index] = SPECIFIC.find(
        (column) =>
          !columns.includes(column) &&
          cells.every((cell) => cellReaders[column](cell, style, page)) &&
          matches(column, cells, label),
      );
    }
  };
  const isNamed = (column: Column, label: string) => HEADINGS[column]?.test(label) ?? false;
  const isIdentified = (column: Column, cells: TableCell[]) =>
    cells.length > 0 && cells.every((cell) => isUnmistakable[column]?.(cell, page));
  const fitsMost = (column: Column, cells: TableCell[]) =>
    cells.filter((cell) => isTypical[column]?.(cell, page) ?? true).length * 2 >= cells.length;
  assign((column, cells, label) => isNamed(column, label) && fitsMost(column, cells));
  assign((column, cells) => isIdentified(column, cells) && fitsMost(column, cells));
  // Only one column can be the description. For the others, one of the two conditions is enough.
  const remaining = () => columns.filter((column) => !column).length;
  if (remaining() > 1) {
    assign((column, cells, label) => isNamed(column, label) || isIdentified(column, cells));
  }
  if (remaining() > 1) return;
  return columns.map((column) => column ?? 'description');
}

/** Returns the credit in a row, or the Markdown of its name if the other cells are empty. */
function readRow(
  cells: readonly TableCell[],
  columns: readonly Column[],
  style: RowStyle,
  page: MarkdownPage,
): ImportedCredit | undefined {
  const entry = readRowEntry(cells, columns, style, page);
  const name = cells[columns.indexOf('name')];
  if (entry || !name) return entry;
  const isOnlyName = cells.every((cell) => cell === name || cell.children.length === 0);
  return isOnlyName ? cellMarkdown(name, page) : undefined;
}

/** Returns the credit in a row, or `undefined` if a column cannot contain its cell. */
function readRowEntry(
  cells: readonly TableCell[],
  columns: readonly Column[],
  style: RowStyle,
  page: MarkdownPage,
): ImportedEntry | undefined {
  const parts: LineParts = {};
  let name: TableCell | undefined;
  let image: Image | undefined;
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (!cell || cell.children.length === 0) continue;
    if (column === 'name') {
      name = cell;
      continue;
    }
    if (column === 'image') {
      image = readImageCell(cell, page)?.image;
      continue;
    }
    const content = cellReaders[column](cell, style, page);
    if (!content) return;
    Object.assign(parts, content);
  }
  const entry = name && readNameCell(name, style, page, parts);
  return entry && withImage(entry, image, page);
}
