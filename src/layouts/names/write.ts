import { flattenCredits } from '../../model/walk-sections.ts';
import type { WriteLayout } from '../layout.ts';
import { COMMA } from '../shared/delimiters.ts';
import { joinPieces, phrasingOf } from '../shared/pieces.ts';
import { namePieces } from '../shared/write-parts.ts';

/** Writes a paragraph of comma-separated names, each a link if the credit has a URL, with the handles of persons. */
export const writeNames: WriteLayout = (credits, { fields, handles }) => {
  const all = flattenCredits(credits).map((credit) =>
    'markdown' in credit ? fields.phrasing(credit) : namePieces(credit, handles, { bold: false }),
  );
  return [{ type: 'paragraph', children: phrasingOf(joinPieces(all, COMMA)) }];
};
