/** The model of a page → mdast. */
import type { Heading, Root, RootContent } from 'mdast';
import type { Format, View } from '../model/output.ts';
import type { Page } from '../model/page.ts';
import type { Section } from '../model/section.ts';
import { type Style, wholeStyle } from '../model/style.ts';
import type { ProseContent } from '../prose/parse.ts';
import { comment, frontMatterNodes } from './front-matter.ts';
import { importNodes } from './imports.ts';
import { creditNodes } from './layouts/index.ts';
import type { Context } from './layouts/layout.ts';

/** What a section has to know besides its content. */
type Surroundings = Omit<Context, 'style'> & {
  /** The styles that it inherits from. */
  styles: readonly Style[];
};

/** The page as it is shown in one place: its front matter, title, and all of its content. */
export function pageToMdast(
  page: Page,
  view: Pick<View, 'frontmatter' | 'title'>,
  format: Format,
  prose: ProseContent,
  notice: string | undefined,
): Root {
  const frontMatter = frontMatterNodes(page, view, notice);
  return {
    type: 'root',
    children: [
      ...frontMatter,
      ...(notice !== undefined && frontMatter.length === 0 ? [comment(notice, format)] : []),
      ...(format === 'mdx' ? importNodes(page, prose) : []),
      ...(view.title === 'heading' && page.title !== undefined ? [heading(1, page.title)] : []),
      ...contentNodes(page, 2, { styles: [], format, prose }),
    ],
  };
}

function sectionNodes(
  section: Section,
  depth: Heading['depth'],
  surroundings: Surroundings,
): RootContent[] {
  if (section.title === undefined) return contentNodes(section, depth, surroundings);
  return [
    heading(depth, section.title),
    ...contentNodes(section, (depth + 1) as Heading['depth'], surroundings),
  ];
}

/** What stands below the title of a page or a section, whose sections have headings of `depth`. */
function contentNodes(
  { intro, credits, sections = [], outro, style }: Omit<Section, 'title'>,
  depth: Heading['depth'],
  { styles: inherited, format, prose }: Surroundings,
): RootContent[] {
  const styles = style ? [...inherited, style] : inherited;
  const context = { style: wholeStyle(styles), format, prose };
  return [
    ...(intro ? prose.blocks(intro) : []),
    ...(credits?.length ? creditNodes(credits, context) : []),
    ...sections.flatMap((section) => sectionNodes(section, depth, { styles, format, prose })),
    ...(outro ? prose.blocks(outro) : []),
  ];
}

function heading(depth: Heading['depth'], title: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value: title }] };
}
