/** A table → credits. */
import type { Table, TableCell, TableRow } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import type { DraftCredit, DraftCredits, DraftEntry } from '../../model/draft.ts';
import { columnNames } from '../../schema/column-shapes.ts';
import { defaultStyle } from '../../schema/style-shape.ts';
import type { Column } from '../../types.ts';
import { phraseOf } from '../line/phrase.ts';
import { markedName } from '../line/read-name.ts';
import { AND_WORDS } from '../line/read-people.ts';
import { cellMarkdown, FITS, plainCell, READERS, type RowStyle, SHOWS } from './read-cells.ts';

/** Columns by what they are called; the first one holds names anyway. */
const HEADINGS: Partial<Record<Column, RegExp>> = {
  license: /li[cz]en[csz]|許諾|許可|许可|协议|лицензия|ライセンス|^spdx$/i,
  version: /^versions?$|^release$/i,
  by: /^(?:by|who|authors?|creators?|made by|created by|developers?|maintainers?|copyright(?: holder)?|people|person|contributors?|owner)\b/i,
  links:
    /^(?:links?|urls?|web ?sites?|web|home ?pages?|source|sources|repo|repository|github|project (?:url|link)|where)\b|^(?:链接|連結|リンク|ссылка)/i,
};

/** The columns of which one is looked for, the more particular ones first. */
const PARTICULAR = ['license', 'version', 'by', 'links'] as const;

/** The credits that a table holds, one a row; nothing if its columns are others. */
export function tableCredits(table: Table, page: MarkdownPage): DraftCredits | undefined {
  const [head, ...rows] = table.children;
  const labels = head?.children.map((cell) => labelOf(cell, page));
  if (!labels || labels.includes(undefined) || rows.length === 0) return;
  const style = rowStyle(labels as string[], rows, page);
  const columns = columnsOf(labels as string[], rows, style, page);
  if (!columns) return;
  const credits = rows.map(({ children }) => rowCredit(children, columns, style, page));
  if (credits.includes(undefined)) return;
  const entries = (credits as DraftCredit[]).filter((credit) => typeof credit !== 'string');
  const isDefault = String(columns) === String(defaultColumns(entries));
  return {
    credits: credits as DraftCredit[],
    style: {
      layout: 'table',
      columns,
      labels: Object.fromEntries(columns.map((column, index) => [column, labels[index] as string])),
      bold: style.bold,
      ...(entries.some(({ by }) => (by?.length ?? 0) > 1) && { and: style.and }),
    },
    ...(isDefault && { unneeded: ['columns'] }),
    nodes: [table],
  };
}

/** What a heading says. It is bold anyway. */
function labelOf(cell: TableCell, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(cell, page);
  const marked = phrase && markedName(phrase);
  if (marked?.bold && marked.url === undefined && marked.rest === '') return marked.name;
  return plainCell(cell, page);
}

/** The columns that a table of some credits has by itself. */
function defaultColumns(entries: readonly DraftEntry[]): Column[] {
  return columnNames.filter(
    (column) => column === 'name' || entries.some((entry) => entry[column] !== undefined),
  );
}

function rowStyle(
  labels: readonly string[],
  rows: readonly TableRow[],
  page: MarkdownPage,
): RowStyle {
  const textsOf = (index: number) =>
    filledIn(rows, index).flatMap((cell) => phraseOf(cell, page) ?? []);
  const strong = textsOf(0).filter((phrase) => markedName(phrase)?.bold);
  const people = textsOf(labels.findIndex((label) => HEADINGS.by?.test(label)));
  const countOf = (word: string) => people.filter(({ text }) => text.includes(` ${word} `)).length;
  const and = AND_WORDS.reduce(
    (best, word) => (countOf(word) > countOf(best) ? word : best),
    defaultStyle.and,
  );
  return { bold: strong.length * 2 > rows.length, and };
}

/** The cells of a column that are not empty. */
function filledIn(rows: readonly TableRow[], index: number): TableCell[] {
  return rows
    .flatMap(({ children }) => children[index] ?? [])
    .filter(({ children }) => children.length > 0);
}

/**
 * What each column holds: what it is called, if that fits; what its cells show; and of those that
 * are left one the descriptions. Nothing if two would hold the same.
 */
function columnsOf(
  labels: readonly string[],
  rows: readonly TableRow[],
  style: RowStyle,
  page: MarkdownPage,
): Column[] | undefined {
  const columns: (Column | undefined)[] = labels.map((_, index) =>
    index === 0 ? 'name' : undefined,
  );
  const assign = (isRight: (column: Column, cells: TableCell[], label: string) => boolean) => {
    for (const [index, label] of labels.entries()) {
      if (columns[index]) continue;
      const cells = filledIn(rows, index);
      columns[index] = PARTICULAR.find(
        (column) =>
          !columns.includes(column) &&
          cells.every((cell) => READERS[column](cell, style, page)) &&
          isRight(column, cells, label),
      );
    }
  };
  const isCalled = (column: Column, label: string) => HEADINGS[column]?.test(label) ?? false;
  const isShown = (column: Column, cells: TableCell[]) =>
    cells.length > 0 && cells.every((cell) => SHOWS[column]?.(cell, page));
  const fitsMost = (column: Column, cells: TableCell[]) =>
    cells.filter((cell) => FITS[column]?.(cell, page) ?? true).length * 2 >= cells.length;
  assign((column, cells, label) => isCalled(column, label) && fitsMost(column, cells));
  assign((column, cells) => isShown(column, cells) && fitsMost(column, cells));
  // Descriptions hold anything; where there are others, a column is what it is called.
  const left = () => columns.filter((column) => !column).length;
  if (left() > 1) {
    assign((column, cells, label) => isCalled(column, label) || isShown(column, cells));
  }
  if (left() > 1) return;
  return columns.map((column) => column ?? 'description');
}

/** What a row is: a credit; a line of Markdown if all that it has is that; nothing if it is more. */
function rowCredit(
  cells: readonly TableCell[],
  columns: readonly Column[],
  style: RowStyle,
  page: MarkdownPage,
): DraftCredit | undefined {
  const entry = rowEntry(cells, columns, style, page);
  const [first, ...others] = cells;
  if (entry || !first || others.some(({ children }) => children.length > 0)) return entry;
  return cellMarkdown(first, page);
}

/** The credit that a row is; nothing if a cell holds more than its column does. */
function rowEntry(
  cells: readonly TableCell[],
  columns: readonly Column[],
  style: RowStyle,
  page: MarkdownPage,
): DraftEntry | undefined {
  const entry: Partial<DraftEntry> = {};
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (!cell || cell.children.length === 0) continue;
    const parts = READERS[column](cell, style, page);
    if (!parts) return;
    Object.assign(entry, parts);
  }
  return entry.name === undefined ? undefined : (entry as DraftEntry);
}
