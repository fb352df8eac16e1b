import type { Display } from '../schema/output-shape.ts';
import type { Page } from '../schema/page-shape.ts';
import type { Section } from '../schema/section-shape.ts';
import { sectionsOf } from './section-titles.ts';

/** What stands below the title of a page. */
export type Content = Omit<Section, 'title'>;

/**
 * What of a page is shown in one place: all of it, or some of its sections without what stands
 * around them. A style of its own adds to that of the page, as that of a section would.
 */
export function contentOf(page: Page, { sections, style }: Display): Content {
  if (!sections && !style) return page;
  const { title, style: inherited, ...all } = page;
  const shown = sections ? { sections: sectionsOf(page.sections ?? [], new Set(sections)) } : all;
  return {
    ...(inherited && { style: inherited }),
    sections: [{ ...shown, ...(style && { style }) }],
  };
}
