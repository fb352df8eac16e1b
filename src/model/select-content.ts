import type { Page, Section } from '../types.ts';
import type { Display } from './view.ts';

/** Returns the title by which views select a section. */
type TitleOf = (section: Section) => string | undefined;

/**
 * Returns the content that a view shows below the title of a page: everything, or some of its
 * sections. Its own title is not shown. The style of the view is merged into that of the page, like
 * the style of a section.
 */
export function selectContent(
  page: Page,
  { sections, style }: Display,
  titleOf: TitleOf = ({ title }) => title,
): Section {
  if (!sections && !style) return page;
  const { title, style: inherited, ...all } = page;
  const shown = sections
    ? { sections: selectSections(page.sections ?? [], new Set(sections), titleOf) }
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
function selectSections(
  sections: readonly Section[],
  titles: ReadonlySet<string>,
  titleOf: TitleOf,
): Section[] {
  return sections.flatMap((section) => {
    const title = titleOf(section);
    if (title !== undefined && titles.has(title)) return [section];
    const inner = selectSections(section.sections ?? [], titles, titleOf);
    if (inner.length === 0 || !section.style) return inner;
    return [{ style: section.style, sections: inner }];
  });
}
