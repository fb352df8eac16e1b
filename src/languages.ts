import type { Options as Extension } from 'mdast-util-to-markdown';
import { frontMatterFastPath } from './frontmatter/front-matter-fast-path.ts';
import type { FrontMatterContent } from './frontmatter/serialize-front-matter.ts';
import { needsParser } from './markdown/parse-fields.ts';
import type { MarkdownParser } from './markdown/parse-markdown.ts';
import type { Place } from './model/place.ts';
import { walkSections } from './model/walk-sections.ts';
import { frontMatterContent } from './page/front-matter-nodes.ts';
import type { Credits } from './schema/read-page.ts';
import type { MarkdownField } from './schema/scope.ts';
import type { Format, Style } from './types.ts';

/**
 * The parsers and serializers that only some pages need. Loading all of them takes longer than
 * building most pages, so the command loads those that a page needs. The library imports all of them.
 */
export interface Languages {
  parseMarkdown: MarkdownParser;
  parseMdx: MarkdownParser;
  serializeFrontMatter(content: FrontMatterContent): string;
  /** The serializers of directives, of tables and, in an `.mdx` page, of MDX. */
  serializers: Record<Format, readonly Extension[]>;
}

/** Loads the parsers and serializers that a page needs in the places where it is shown. */
export async function loadLanguages(
  credits: Credits,
  fields: readonly MarkdownField[],
  places: readonly Place[],
): Promise<Languages> {
  const hasMdx = places.some(({ format }) => format === 'mdx');
  const hasRegion = places.some(({ display }) => display.region !== undefined);
  const hasFields = fields.some(needsParser);
  const hasFrontMatter = places.some(({ display }) => {
    const content = frontMatterContent(credits, display);
    return content && frontMatterFastPath(content) === undefined;
  });
  const isTable = (style: Style | undefined) => style?.layout === 'table';
  const hasTable =
    hasFields ||
    places.some(({ display }) => isTable(display.style)) ||
    [...walkSections(credits.page)].some(({ section }) => isTable(section.style));
  const md = [
    ...(hasFields
      ? [(await import('./stringify/directive-to-markdown.ts')).directiveToMarkdown()]
      : []),
    ...(hasTable ? [(await import('./stringify/table-to-markdown.ts')).tableToMarkdown()] : []),
  ];
  const mdx = hasMdx ? [(await import('./stringify/mdx-to-markdown.ts')).mdxToMarkdown()] : [];
  return {
    ...UNLOADED,
    serializers: { md, mdx: [...md, ...mdx] },
    ...((hasFields || hasRegion) && (await import('./markdown/parse-markdown.ts'))),
    ...(hasMdx && (credits.page.html || hasRegion) && (await import('./markdown/parse-mdx.ts'))),
    ...(hasFrontMatter && (await import('./frontmatter/serialize-front-matter.ts'))),
  };
}

const UNLOADED: Omit<Languages, 'serializers'> = {
  parseMarkdown: unloaded('parseMarkdown'),
  parseMdx: unloaded('parseMdx'),
  serializeFrontMatter: unloaded('serializeFrontMatter'),
};

function unloaded(name: keyof Languages): () => never {
  return () => {
    throw new Error(`${name} is not loaded.`);
  };
}
