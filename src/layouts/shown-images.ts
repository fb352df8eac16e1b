import type { ResolvedStyle } from '../model/style.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Format, Image, Section } from '../types.ts';
import { layoutIn } from './layout.ts';
import { columnsFor } from './table/columns.ts';

interface ShownImage {
  image: Image;
  /** How its list looks. */
  style: ResolvedStyle;
}

/** Yields the pictures of credits that their layouts show. */
export function* shownImages(content: Section, format: Format): Generator<ShownImage> {
  for (const part of walkSections(content)) {
    if (!('credits' in part)) continue;
    const { style } = part;
    const credits = flattenCredits(part.credits);
    if (!showsImages(credits, style, format)) continue;
    for (const credit of credits) {
      if ('name' in credit && credit.image) yield { image: credit.image, style };
    }
  }
}

function showsImages(
  credits: ReturnType<typeof flattenCredits>,
  style: ResolvedStyle,
  format: Format,
): boolean {
  const layout = layoutIn(style.layout, format);
  if (layout === 'table') return columnsFor(credits, style).includes('image');
  return layout === 'cards' || layout === 'gallery';
}
