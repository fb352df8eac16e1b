import { flattenCredits } from '../../model/walk-sections.ts';
import type { WriteLayout } from '../layout.ts';
import { lineOfPieces } from '../shared/line-of-pieces.ts';
import { joinPieces } from '../shared/pieces.ts';
import { namePieces } from '../shared/write-parts.ts';

/** Writes a paragraph of comma-separated names, each a link if the credit has a URL, with the handles of persons. */
export const writeNames: WriteLayout = (credits, context) => {
  const { fields, handles, style } = context;
  const all = flattenCredits(credits).map((credit) =>
    'markdown' in credit ? fields.phrasing(credit) : namePieces(credit, handles, { bold: false }),
  );
  return [{ type: 'paragraph', children: lineOfPieces(context, joinPieces(all, style.comma)) }];
};
