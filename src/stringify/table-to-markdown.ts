import type { AlignType, Parents, Table, TableRow } from 'mdast';
import type { Info, Options, State } from 'mdast-util-to-markdown';
import { textWidth } from './util/text-width.ts';

/**
 * Returns an extension that serializes tables. The unsafe patterns of mdast-util-gfm-table apply to
 * every page: see `stringify.ts`.
 */
export function tableToMarkdown(): Options {
  return { handlers: { table } };
}

/**
 * The maximum number of characters of a table with aligned columns. A single long text among thousands
 * of rows would make it as long as all of them together, squared.
 */
const MAX_ALIGNED = 5_000_000;

/**
 * Writes a GFM table with its columns aligned as Prettier does: as wide as the widest cell is in a
 * terminal, and at least 3 columns.
 */
function table(node: Table, _: Parents | undefined, state: State, info: Info): string {
  const exit = state.enter('table');
  const rows = node.children.map((row) => rowCells(row, state, info));
  exit();
  // Cells beyond those of the head are not rendered.
  const widths = (rows[0] ?? []).map(() => 3);
  for (const row of rows) {
    for (const [column, cell] of row.slice(0, widths.length).entries()) {
      widths[column] = Math.max(widths[column] ?? 3, textWidth(cell));
    }
  }
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  if (rows.length * widths.reduce((sum, width) => sum + width, 0) > MAX_ALIGNED) {
    const delimiters = widths.map((_width, column) => delimiter(3, node.align?.[column]));
    const [head = [], ...body] = rows;
    return [head, delimiters, ...body].map(line).join('\n');
  }
  const [head = '', ...body] = rows.map((row) =>
    line(widths.map((width, column) => pad(row[column] ?? '', width, node.align?.[column]))),
  );
  const delimiters = line(widths.map((width, column) => delimiter(width, node.align?.[column])));
  return [head, delimiters, ...body].join('\n');
}

function rowCells(row: TableRow, state: State, info: Info): string[] {
  const exitRow = state.enter('tableRow');
  const cells = row.children.map((cell) => {
    const exit = state.enter('tableCell');
    const exitPhrasing = state.enter('phrasing');
    const text = state.containerPhrasing(cell, { ...info, before: ' ', after: ' ' });
    exitPhrasing();
    exit();
    return text;
  });
  exitRow();
  return cells;
}

function pad(text: string, width: number, align: AlignType | undefined): string {
  const spaces = width - textWidth(text);
  const before = align === 'right' ? spaces : align === 'center' ? Math.floor(spaces / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(spaces - before);
}

function delimiter(width: number, align: AlignType | undefined): string {
  const left = align === 'left' || align === 'center' ? ':' : '-';
  const right = align === 'right' || align === 'center' ? ':' : '-';
  return left + '-'.repeat(width - 2) + right;
}
