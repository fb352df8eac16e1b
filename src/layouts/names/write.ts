import { flattenCredits } from '../../model/walk-sections.ts';
import type { Layout } from '../layout.ts';
import { linkedName } from '../line/write-parts.ts';
import { joined, phrase } from '../pieces.ts';

/** One paragraph: the names, linked where they can be, with commas between. */
export const names: Layout = {
  nodes(credits, { fields }) {
    const all = flattenCredits(credits).map((credit) =>
      'markdown' in credit ? fields.phrasing(credit) : [linkedName(credit)],
    );
    return [{ type: 'paragraph', children: phrase(joined(all, ', ')) }];
  },
};
