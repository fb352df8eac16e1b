/** A table → credits. */
import type { Table, TableCell, TableRow } from 'mdast';
import { type Column, columnNames } from '../../model/columns.ts';
import type { DraftCredit, DraftCredits, DraftEntry } from '../draft.ts';
import { inlineField } from '../field.ts';
import type { MarkdownPage } from '../page.ts';
import { isLicense, markedName } from './item.ts';
import { NODE, peopleOf, phraseOf, plainLink, plainOf } from './phrase.ts';

/** Columns by what they are called; the first one holds names anyway. */
const HEADINGS: Partial<Record<Column, RegExp>> = {
  license: /licen[cs]e|lizenz|^spdx$/i,
  version: /^versions?$|^release$/i,
  by: /^(?:by|who|authors?|creators?|made by|created by|developers?|maintainers?|copyright(?: holder)?|people|person|contributors?|owner)\b/i,
  links:
    /^(?:links?|urls?|web ?sites?|web|home ?pages?|source|sources|repo|repository|github|project (?:url|link)|where)\b/i,
};

/** Columns by what all of their cells are, whatever they are called. */
const CELLS: Partial<Record<Column, (text: string) => boolean>> = {
  license: isLicense,
  version: (text) => /^[v^~<>= ]*\d[\w.+-]*$/.test(text),
  links: (text) => new RegExp(`^(?:${NODE}(?:, )?)+$`).test(text),
};

/** The columns of which one is looked for, the more particular ones first. */
const COLUMNS = ['license', 'version', 'by', 'links', 'description'] as const;

/** The credits that a table holds, one a row; nothing if its columns are others. */
export function tableCredits(table: Table, page: MarkdownPage): DraftCredits | undefined {
  // Credits say nothing of alignment.
  if (table.align?.some((align) => align === 'center' || align === 'right')) return;
  const [head, ...rows] = table.children;
  const labels = head?.children.map((cell) => labelOf(cell, page));
  if (!labels || labels.includes(undefined) || rows.length === 0) return;
  const columns = columnsOf(labels as string[], rows, page);
  if (!columns) return;
  const style = rowStyle(rows, page);
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
  return cellPlain(cell, page);
}

/** The columns that a table of some credits has by itself. */
function defaultColumns(entries: readonly DraftEntry[]): Column[] {
  return columnNames.filter(
    (column) => column === 'name' || entries.some((entry) => entry[column] !== undefined),
  );
}

/** What holds for all rows. */
interface RowStyle {
  bold: boolean;
  and: string;
}

function rowStyle(rows: readonly TableRow[], page: MarkdownPage): RowStyle {
  const strong = rows.filter(({ children: [cell] }) => {
    const phrase = cell && phraseOf(cell, page);
    return phrase && markedName(phrase)?.bold;
  });
  const cells = rows.flatMap(({ children }) => children);
  const ampersand = cells.some((cell) => phraseOf(cell, page)?.text.includes(' & '));
  return { bold: strong.length * 2 > rows.length, and: ampersand ? '&' : 'and' };
}

/** What each column holds, by its heading and its cells; nothing if two would hold the same. */
function columnsOf(
  labels: readonly string[],
  rows: readonly TableRow[],
  page: MarkdownPage,
): Column[] | undefined {
  const columns: Column[] = ['name'];
  const style = rowStyle(rows, page);
  for (const [index, label] of labels.entries()) {
    if (index === 0) continue;
    const cells = rows.flatMap(({ children }) => children[index] ?? []);
    const filled = cells.filter(({ children }) => children.length > 0);
    const free = COLUMNS.filter((column) => !columns.includes(column)).filter((column) =>
      filled.every((cell) => PARTS[column](cell, style, page)),
    );
    const isCalled = (column: Column) => HEADINGS[column]?.test(label);
    const isHeld = (column: Column) =>
      filled.length > 0 &&
      filled.every((cell) => CELLS[column]?.(phraseOf(cell, page)?.text ?? ''));
    const found =
      free.find(isCalled) ?? free.find(isHeld) ?? free.find((each) => each === 'description');
    if (!found) return;
    columns.push(found);
  }
  return columns;
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
  return unpiped(inlineField(first, page));
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
    const parts = PARTS[column](cell, style, page);
    if (!parts) return;
    Object.assign(entry, parts);
  }
  return entry.name === undefined ? undefined : (entry as DraftEntry);
}

/** How the cell of a column is read. */
const PARTS: Record<
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
    const name = cellPlain(cell, page);
    return name === undefined || bold ? undefined : { name };
  },
  by(cell, { and }, page) {
    const phrase = phraseOf(cell, page);
    const by = phrase && peopleOf(phrase.text.trim(), and, phrase);
    return by && { by };
  },
  description: (cell, _, page) => ({ description: unpiped(inlineField(cell, page)) }),
  version: (cell, _, page) => optional('version', cellPlain(cell, page)),
  license: (cell, _, page) => optional('license', cellPlain(cell, page)),
  links(cell, _, page) {
    const links = cell.children
      .filter((node) => node.type !== 'text' || node.value.trim() !== ',')
      .map((node) => plainLink(node, page) ?? undefined);
    return links.includes(undefined)
      ? undefined
      : { links: links as { label: string; url: string }[] };
  },
};

function optional(key: 'version' | 'license', value: string | undefined) {
  return value === undefined ? undefined : { [key]: value };
}

function cellPlain(cell: TableCell, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(cell, page);
  return phrase && plainOf(unpiped(phrase.text), phrase);
}

/** In a table a pipe is escaped even in code; elsewhere it need not be. */
function unpiped(written: string): string {
  return written.replaceAll('\\|', '|');
}
