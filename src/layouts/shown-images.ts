import type { ResolvedStyle } from '../model/style.ts';
import { flattenCredits } from '../model/walk-sections.ts';
import type { Credit, Format, Image } from '../types.ts';
import { layoutIn } from './layout.ts';
import { columnsFor } from './table/columns.ts';

/** Returns the pictures of credits that their layout shows. */
export function shownImages(
  credits: readonly Credit[],
  style: ResolvedStyle,
  format: Format,
): Image[] {
  const all = flattenCredits(credits);
  const layout = layoutIn(style.layout, format);
  const isShown =
    layout === 'table'
      ? columnsFor(all, style).includes('image')
      : layout === 'cards' || layout === 'gallery';
  return isShown ? all.flatMap((credit) => ('name' in credit && credit.image) || []) : [];
}
