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
import type { Column } from '../../types.ts';
import { phraseOf } from '../shared/phrase.ts';
import { formattedName } from '../shared/read-name.ts';
import { AND_WORDS } from '../shared/read-people.ts';
import { defaultColumns } from './columns.ts';
import {
  cellMarkdown,
  cellReaders,
  cellString,
  isTypical,
  isUnmistakable,
  type ReadColumn,
  type RowStyle,
  readNameCell,
} from './read-cells.ts';

/** The headings of columns. The first column always contains names. */
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
  const style = readRowStyle(labels as string[], rows, page);
  const columns = recognizeColumns(labels as string[], rows, style, page);
  if (!columns) return;
  const credits = rows.map(({ children }) => readRow(children, columns, style, page));
  if (credits.includes(undefined)) return;
  const entries = (credits as ImportedCredit[]).filter((credit) => typeof credit !== 'string');
  const isDefault = String(columns) === String(defaultColumns(entries));
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
    nodes: [table],
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
  page: MarkdownPage,
): RowStyle {
  const phrasesIn = (index: number) =>
    filledCells(rows, index).flatMap((cell) => phraseOf(cell, page) ?? []);
  const strong = phrasesIn(0).filter((phrase) => formattedName(phrase)?.bold);
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
 */
function recognizeColumns(
  labels: readonly string[],
  rows: readonly TableRow[],
  style: RowStyle,
  page: MarkdownPage,
): ReadColumn[] | undefined {
  const columns: (ReadColumn | undefined)[] = labels.map((_, index) =>
    index === 0 ? 'name' : undefined,
  );
  const assign = (matches: (column: ReadColumn, cells: TableCell[], label: string) => boolean) => {
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

/** Returns the credit in a row, or the Markdown of its first cell if the others are empty. */
function readRow(
  cells: readonly TableCell[],
  columns: readonly ReadColumn[],
  style: RowStyle,
  page: MarkdownPage,
): ImportedCredit | undefined {
  const entry = readRowEntry(cells, columns, style, page);
  const [first, ...others] = cells;
  if (entry || !first || others.some(({ children }) => children.length > 0)) return entry;
  return cellMarkdown(first, page);
}

/** Returns the credit in a row, or `undefined` if a column cannot contain its cell. */
function readRowEntry(
  cells: readonly TableCell[],
  columns: readonly ReadColumn[],
  style: RowStyle,
  page: MarkdownPage,
): ImportedEntry | undefined {
  const parts: LineParts = {};
  let name: TableCell | undefined;
  for (const [index, column] of columns.entries()) {
    const cell = cells[index];
    if (!cell || cell.children.length === 0) continue;
    if (column === 'name') {
      name = cell;
      continue;
    }
    const content = cellReaders[column](cell, style, page);
    if (!content) return;
    Object.assign(parts, content);
  }
  return name && readNameCell(name, style, page, parts);
}
