/** Converts a page to mdast. */
import type { Heading, RootContent } from 'mdast';
import type { FrontMatterContent } from '../frontmatter/serialize-front-matter.ts';
import { creditNodes, layoutImports } from '../layouts/index.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { Place } from '../model/place.ts';
import { FIRST_LEVEL } from '../model/section-levels.ts';
import { selectContent } from '../model/select-content.ts';
import { resolveStyle } from '../model/style.ts';
import type { Content } from '../model/walk-sections.ts';
import type { SourcePage } from '../schema/read-page.ts';
import type { Format, Section, Style } from '../types.ts';
import { frontMatterNodes } from './front-matter-nodes.ts';
import { noticeNode } from './notice-node.ts';

/** The context of a section. */
interface Inherited {
  styles: readonly Style[];
  format: Format;
  fields: FieldContent;
}

/** Yields the mdast of a page as a place shows it: front matter, title and content. */
export function* pageNodes(
  source: SourcePage,
  { display, format, around }: Place,
  fields: FieldContent,
  serializeFrontMatter: (content: FrontMatterContent) => string | undefined,
): Generator<RootContent> {
  const { page, notice } = source;
  const content = selectContent(page, display);
  const frontMatter = frontMatterNodes(source, display, serializeFrontMatter);
  yield* frontMatter;
  if (notice !== undefined && frontMatter.length === 0) yield noticeNode(notice, format);
  if (format === 'mdx') yield* layoutImports(content, fields, around?.bound);
  if (display.title === 'heading' && page.title !== undefined) yield heading(1, page.title);
  yield* contentNodes(content, FIRST_LEVEL, { styles: [], format, fields });
}

function* sectionNodes(
  section: Section,
  depth: number,
  inherited: Inherited,
): Generator<RootContent> {
  if (section.title === undefined) return yield* contentNodes(section, depth, inherited);
  yield heading(depth, section.title);
  yield* contentNodes(section, depth + 1, inherited);
}

/** Yields the content of a page or section below its title. The sections in it have level `depth`. */
function* contentNodes(
  { intro, credits, sections = [], outro, style }: Content,
  depth: number,
  { styles: outer, format, fields }: Inherited,
): Generator<RootContent> {
  const styles = style ? [...outer, style] : outer;
  if (intro) yield* fields.blocks(intro);
  if (credits?.length) {
    yield* creditNodes(credits, { style: resolveStyle(styles), format, fields });
  }
  for (const section of sections) yield* sectionNodes(section, depth, { styles, format, fields });
  if (outro) yield* fields.blocks(outro);
}

function heading(depth: number, title: string): Heading {
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [{ type: 'text', value: title }],
  };
}
