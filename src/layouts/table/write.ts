import type { PhrasingContent, TableCell, TableRow } from 'mdast';
import { flattenCredits } from '../../model/walk-sections.ts';
import type { Column, Markdown, NestedEntry } from '../../types.ts';
import type { WriteContext, WriteLayout } from '../layout.ts';
import { lineOfPieces } from '../shared/line-of-pieces.ts';
import { phrasingOf } from '../shared/pieces.ts';
import { imagePieces } from '../shared/write-image.ts';
import { linkPieces, namePieces, peoplePieces } from '../shared/write-parts.ts';
import { cellContent } from './cell-content.ts';
import { columnsFor, markdownColumn } from './columns.ts';

/** Writes a table with a row for each credit. */
export const writeTable: WriteLayout = (credits, context) => {
  const all = flattenCredits(credits);
  const columns = columnsFor(all, context.style);
  const stringColumn = markdownColumn(columns);
  const rows = all.map((credit) =>
    tableRow(
      columns.map((column) => {
        if (!('markdown' in credit)) return entryCell(credit, column, context);
        return column === stringColumn ? markdownCell(credit, context) : [];
      }),
    ),
  );
  const head = tableRow(columns.map((column) => phrasingOf(context.style.labels[column])));
  return [{ type: 'table', align: columns.map(() => null), children: [head, ...rows] }];
};

function entryCell(credit: NestedEntry, column: Column, context: WriteContext): PhrasingContent[] {
  const { version, license, description } = credit;
  switch (column) {
    case 'image':
      return phrasingOf(imagePieces(credit.image, context));
    case 'name':
      return lineOfPieces(context, namePieces(credit, context.handles, context.style));
    case 'by':
      return lineOfPieces(context, peoplePieces(credit, context));
    case 'description':
      return description ? markdownCell(description, context) : [];
    case 'version':
      return phrasingOf(version);
    case 'license':
      return phrasingOf(license);
    case 'links':
      return lineOfPieces(context, linkPieces(credit));
  }
}

function markdownCell(field: Markdown, { format, fields }: WriteContext): PhrasingContent[] {
  return cellContent(fields.phrasing(field), format);
}

function tableRow(cells: PhrasingContent[][]): TableRow {
  const children = cells.map((content): TableCell => ({ type: 'tableCell', children: content }));
  return { type: 'tableRow', children };
}
