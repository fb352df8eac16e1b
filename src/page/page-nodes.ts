/** The model of a page → mdast. */
import type { Heading, RootContent } from 'mdast';
import { creditNodes } from '../layouts/index.ts';
import type { Context } from '../layouts/layout.ts';
import type { ProseContent } from '../markdown/parse-fields.ts';
import { type Content, contentOf } from '../model/select-content.ts';
import type { Display, Format } from '../schema/output-shape.ts';
import type { Page } from '../schema/page-shape.ts';
import { HIGHEST, type Section } from '../schema/section-shape.ts';
import { type Style, wholeStyle } from '../schema/style-shape.ts';
import { importNodes } from './component-imports.ts';
import { comment, frontMatterNodes } from './front-matter-nodes.ts';

/** What a section has to know besides its content. */
type Inherited = Omit<Context, 'style'> & {
  /** The styles that it inherits from. */
  styles: readonly Style[];
};

/** A place where a page is shown. */
export interface Shown {
  display: Display;
  format: Format;
  /** What is around a region. */
  around?: Surroundings;
}

/** What a region has to know of the file that it is in. */
interface Surroundings {
  /** The level of the heading of a section of the page. */
  level: number;
  /** The names that have a meaning there, in MDX. */
  bound: ReadonlySet<string>;
}

/** What a page is made of as it is shown in one place: its front matter, title, and content. */
export function* pageNodes(
  page: Page,
  { display, format, around }: Shown,
  prose: ProseContent,
  notice: string | undefined,
): Generator<RootContent> {
  const content = contentOf(page, display);
  const frontMatter = frontMatterNodes(page, display, notice);
  yield* frontMatter;
  if (notice !== undefined && frontMatter.length === 0) yield comment(notice, format);
  if (format === 'mdx') yield* importNodes(content, prose, around?.bound);
  if (display.title === 'heading' && page.title !== undefined) yield heading(1, page.title);
  yield* contentNodes(content, HIGHEST, { styles: [], format, prose });
}

function* sectionNodes(
  section: Section,
  depth: Heading['depth'],
  inherited: Inherited,
): Generator<RootContent> {
  if (section.title === undefined) return yield* contentNodes(section, depth, inherited);
  yield heading(depth, section.title);
  yield* contentNodes(section, (depth + 1) as Heading['depth'], inherited);
}

/** What stands below the title of a page or a section, whose sections have headings of `depth`. */
function* contentNodes(
  { intro, credits, sections = [], outro, style }: Content,
  depth: Heading['depth'],
  { styles: outer, format, prose }: Inherited,
): Generator<RootContent> {
  const styles = style ? [...outer, style] : outer;
  if (intro) yield* prose.blocks(intro);
  if (credits?.length) yield* creditNodes(credits, { style: wholeStyle(styles), format, prose });
  for (const section of sections) yield* sectionNodes(section, depth, { styles, format, prose });
  if (outro) yield* prose.blocks(outro);
}

function heading(depth: Heading['depth'], title: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value: title }] };
}
