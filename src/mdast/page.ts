/** The model of a page → mdast. */
import type { Heading, RootContent } from 'mdast';
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

/** What a page is made of as it is shown in one place: its front matter, title, and content. */
export function* pageNodes(
  page: Page,
  view: Pick<View, 'frontmatter' | 'title'>,
  format: Format,
  prose: ProseContent,
  notice: string | undefined,
): Generator<RootContent> {
  const frontMatter = frontMatterNodes(page, view, notice);
  yield* frontMatter;
  if (notice !== undefined && frontMatter.length === 0) yield comment(notice, format);
  if (format === 'mdx') yield* importNodes(page, prose);
  if (view.title === 'heading' && page.title !== undefined) yield heading(1, page.title);
  yield* contentNodes(page, 2, { styles: [], format, prose });
}

function* sectionNodes(
  section: Section,
  depth: Heading['depth'],
  surroundings: Surroundings,
): Generator<RootContent> {
  if (section.title === undefined) return yield* contentNodes(section, depth, surroundings);
  yield heading(depth, section.title);
  yield* contentNodes(section, (depth + 1) as Heading['depth'], surroundings);
}

/** What stands below the title of a page or a section, whose sections have headings of `depth`. */
function* contentNodes(
  { intro, credits, sections = [], outro, style }: Omit<Section, 'title'>,
  depth: Heading['depth'],
  { styles: inherited, format, prose }: Surroundings,
): Generator<RootContent> {
  const styles = style ? [...inherited, style] : inherited;
  if (intro) yield* prose.blocks(intro);
  if (credits?.length) yield* creditNodes(credits, { style: wholeStyle(styles), format, prose });
  for (const section of sections) yield* sectionNodes(section, depth, { styles, format, prose });
  if (outro) yield* prose.blocks(outro);
}

function heading(depth: Heading['depth'], title: string): Heading {
  return { type: 'heading', depth, children: [{ type: 'text', value: title }] };
}
