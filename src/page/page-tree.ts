/** A page → mdast. */
import type { Heading, Root, RootContent } from 'mdast';
import type { FrontMatterContent } from '../frontmatter/serialize-front-matter.ts';
import { creditNodes } from '../layouts/index.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { Place } from '../model/place.ts';
import { selectContent } from '../model/select-content.ts';
import type { Content } from '../model/walk-sections.ts';
import type { Credits } from '../schema/read-page.ts';
import { FIRST_LEVEL } from '../schema/section-shape.ts';
import { resolveStyle } from '../schema/style-shape.ts';
import type { Format, Section, Style } from '../types.ts';
import { importNodes } from './component-imports.ts';
import { comment, frontMatterNodes } from './front-matter-nodes.ts';
import { moveIntoRegion } from './region-nodes.ts';

/** What a section has to know besides its content. */
interface Inherited {
  styles: readonly Style[];
  format: Format;
  fields: FieldContent;
}

/** Builds the mdast of a page as a place shows it: front matter, title and content. */
export function pageTree(
  credits: Credits,
  { display, format, around }: Place,
  fields: FieldContent,
  serializeFrontMatter: (content: FrontMatterContent) => string,
): Root {
  const { page, notice } = credits;
  const content = selectContent(page, display);
  const frontMatter = frontMatterNodes(credits, display, serializeFrontMatter);
  const children = [
    ...frontMatter,
    ...(notice !== undefined && frontMatter.length === 0 ? [comment(notice, format)] : []),
    ...(format === 'mdx' ? importNodes(content, fields, around?.bound) : []),
    ...(display.title === 'heading' && page.title !== undefined ? [heading(1, page.title)] : []),
    ...contentNodes(content, FIRST_LEVEL, { styles: [], format, fields }),
  ];
  const { region } = display;
  return {
    type: 'root',
    children: region === undefined ? children : moveIntoRegion(children, region, around?.level),
  };
}

function sectionNodes(section: Section, depth: number, inherited: Inherited): RootContent[] {
  return section.title === undefined
    ? contentNodes(section, depth, inherited)
    : [heading(depth, section.title), ...contentNodes(section, depth + 1, inherited)];
}

/** What a page or a section holds below its title. Sections in it have headings of `depth`. */
function contentNodes(
  { intro, credits, sections = [], outro, style }: Content,
  depth: number,
  { styles: outer, format, fields }: Inherited,
): RootContent[] {
  const styles = style ? [...outer, style] : outer;
  return [
    ...(intro ? fields.blocks(intro) : []),
    ...(credits?.length
      ? creditNodes(credits, { style: resolveStyle(styles), format, fields })
      : []),
    ...sections.flatMap((section) => sectionNodes(section, depth, { styles, format, fields })),
    ...(outro ? fields.blocks(outro) : []),
  ];
}

function heading(depth: number, title: string): Heading {
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [{ type: 'text', value: title }],
  };
}
