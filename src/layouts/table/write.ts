import type { PhrasingContent, TableCell, TableRow } from 'mdast';
import { flattenCredits } from '../../model/walk-sections.ts';
import { columnNames } from '../../schema/column-shapes.ts';
import type { ResolvedStyle } from '../../schema/style-shape.ts';
import type { Column, Credit, Markdown, NestedEntry } from '../../types.ts';
import type { Context, Layout } from '../layout.ts';
import { creditName, furtherLinks, people } from '../line/write-parts.ts';
import { phrase } from '../pieces.ts';
import { inCell, unfitForCell } from './cell-content.ts';

/** A table, one credit a row. A credit that is a text stands where names stand. */
export const table: Layout = {
  nodes(credits, context) {
    const columns = columnsOf(credits, context.style);
    const { labels } = context.style;
    const rows = flattenCredits(credits).map((credit) =>
      row(columns.map((column) => cellContent(credit, column, columns, context))),
    );
    const head = row(columns.map((column) => phrase(labels[column])));
    return [{ type: 'table', align: columns.map(() => null), children: [head, ...rows] }];
  },

  check(credits, { style, fields }, locate, report) {
    const described = columnsOf(credits, style).includes('description');
    for (const credit of flattenCredits(credits)) {
      const field = 'markdown' in credit ? credit : described && credit.description;
      const unfit = field && unfitForCell(fields.phrasing(field));
      if (unfit) report('table-cell', locate(field), unfit);
    }
  },
};

/** The columns of a style, or else those that the credits have something for. */
function columnsOf(credits: readonly Credit[], { columns }: ResolvedStyle): readonly Column[] {
  if (columns) return columns;
  const all = flattenCredits(credits).filter((credit) => !('markdown' in credit)) as NestedEntry[];
  return columnNames.filter((column) => column === 'name' || all.some(has(column)));
}

function has(column: Column): (credit: NestedEntry) => boolean {
  return ({ [column]: value }) => (Array.isArray(value) ? value.length > 0 : value !== undefined);
}

function cellContent(
  credit: NestedEntry | Markdown,
  column: Column,
  columns: readonly Column[],
  { style, format, fields }: Context,
): PhrasingContent[] {
  const markdown = (field: Markdown) => inCell(fields.phrasing(field), format);
  if ('markdown' in credit) return column === textColumn(columns) ? markdown(credit) : [];
  const { version, license, description } = credit;
  switch (column) {
    case 'name':
      return phrase(creditName(credit, style));
    case 'by':
      return phrase(people(credit, style));
    case 'description':
      return description ? markdown(description) : [];
    case 'version':
      return phrase(version);
    case 'license':
      return phrase(license);
    case 'links':
      return phrase(furtherLinks(credit));
  }
}

/** The column of credits that are texts. */
function textColumn(columns: readonly Column[]): Column | undefined {
  const fit = (['name', 'description'] as const).find((column) => columns.includes(column));
  return fit ?? columns[0];
}

function row(cells: PhrasingContent[][]): TableRow {
  const children = cells.map((content): TableCell => ({ type: 'tableCell', children: content }));
  return { type: 'tableRow', children };
}
