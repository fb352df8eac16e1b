import type { Page, Section } from '../types.ts';
import type { Display } from './view.ts';

/**
 * Returns the content that a view shows below the title of a page: everything, or some of its
 * sections. Its own title is not shown. The style of the view is merged into that of the page, like
 * the style of a section.
 */
export function selectContent(page: Page, { sections, style }: Display): Section {
  if (!sections && !style) return page;
  const { title, style: inherited, ...all } = page;
  const shown = sections
    ? { sections: selectSections(page.sections ?? [], new Set(sections)) }
    : all;
  return {
    ...(inherited && { style: inherited }),
    sections: [{ ...shown, ...(style && { style }) }],
  };
}

/**
 * Returns the sections with these titles, with all of their content. They keep the styles that they
 * inherit, but not the titles and other content of the sections around them.
 */
function selectSections(sections: readonly Section[], titles: ReadonlySet<string>): Section[] {
  return sections.flatMap((section) => {
    if (section.title !== undefined && titles.has(section.title)) return [section];
    const inner = selectSections(section.sections ?? [], titles);
    if (inner.length === 0 || !section.style) return inner;
    return [{ style: section.style, sections: inner }];
  });
}
