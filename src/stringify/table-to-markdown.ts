import type { AlignType, Parents, Table, TableRow } from 'mdast';
import { gfmTableToMarkdown } from 'mdast-util-gfm-table';
import type { Info, Options, State } from 'mdast-util-to-markdown';
import { widthOf } from './text-width.ts';

/**
 * GFM tables, their columns aligned as Prettier aligns them: as wide as a terminal shows their
 * widest cell, and at least three.
 */
export const tableToMarkdown: Options = (() => {
  const extension = gfmTableToMarkdown();
  return { ...extension, handlers: { ...extension.handlers, table } };
})();

function table(node: Table, _: Parents | undefined, state: State, info: Info): string {
  const exit = state.enter('table');
  const rows = node.children.map((row) => cellsOf(row, state, info));
  exit();
  // The head has as many cells as the table has columns; no more than those are shown.
  const columns = rows[0]?.length ?? 0;
  const widths = Array.from({ length: columns }, (__, column) =>
    Math.max(3, ...rows.map((row) => widthOf(row[column] ?? ''))),
  );
  const line = (cells: string[]) => `| ${cells.join(' | ')} |`;
  const [head = [], ...body] = rows.map((row) =>
    line(
      widths.map((wide, at) =>
        padded(row[at] ?? '', wide - widthOf(row[at] ?? ''), node.align?.[at]),
      ),
    ),
  );
  return [head, line(widths.map((wide, at) => delimiter(wide, node.align?.[at]))), ...body].join(
    '\n',
  );
}

function cellsOf(row: TableRow, state: State, info: Info): string[] {
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

function padded(text: string, spaces: number, align: AlignType | undefined): string {
  const before = align === 'right' ? spaces : align === 'center' ? Math.floor(spaces / 2) : 0;
  return ' '.repeat(before) + text + ' '.repeat(spaces - before);
}

function delimiter(width: number, align: AlignType | undefined): string {
  const left = align === 'left' || align === 'center' ? ':' : '-';
  const right = align === 'right' || align === 'center' ? ':' : '-';
  return left + '-'.repeat(width - 2) + right;
}
