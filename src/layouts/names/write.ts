import { flattenCredits } from '../../model/walk-sections.ts';
import type { WriteLayout } from '../layout.ts';
import { COMMA } from '../line/parts.ts';
import { linkedName } from '../line/write-parts.ts';
import { joinPieces, phrasingOf } from '../pieces.ts';

/** Writes a paragraph of comma-separated names, each a link if the credit has a URL. */
export const writeNames: WriteLayout = (credits, { fields }) => {
  const all = flattenCredits(credits).map((credit) =>
    'markdown' in credit ? fields.phrasing(credit) : [linkedName(credit)],
  );
  return [{ type: 'paragraph', children: phrasingOf(joinPieces(all, COMMA)) }];
};
