/** The model of a page → mdast. */
import type { Heading, Root, RootContent } from 'mdast';
import type { Format, View } from '../model/output.ts';
import type { Page } from '../model/page.ts';
import type { Section } from '../model/section.ts';
import { defaultStyle } from '../model/style.ts';
import type { ProseContent } from '../prose/parse.ts';
import { creditList, type WholeStyle } from './credit.ts';
import { comment, frontMatterNodes } from './front-matter.ts';

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
      ...(view.title === 'heading' && page.title !== undefined ? [heading(1, page.title)] : []),
      ...contentNodes(page, 2, defaultStyle, prose),
    ],
  };
}

function sectionNodes(
  section: Section,
  depth: Heading['depth'],
  style: WholeStyle,
  prose: ProseContent,
): RootContent[] {
  if (section.title === undefined) return contentNodes(section, depth, style, prose);
  return [
    heading(depth, section.title),
    ...contentNodes(section, (depth + 1) as Heading['depth'], style, prose),
  ];
}

/** What stands below the title of a page or a section, whose sections have headings of `depth`. */
function contentNodes(
  { intro, credits, sections = [], outro, style }: Omit<Section, 'title'>,
  depth: Heading['depth'],
  inherited: WholeStyle,
  prose: ProseContent,
): RootContent[] {
  const whole = { ...inherited, ...style };
  return [
    ...(intro ? prose.blocks(intro) : []),
    ...(credits?.length ? [creditList(credits, whole, prose)] : []),
    ...sections.flatMap((section) => sectionNodes(section, depth, whole, prose)),
    ...(outro ? prose.blocks(outro) : []),
  ];
}

function heading(depth: Heading['depth'], title: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value: title }] };
}
