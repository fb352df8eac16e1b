import { frontMatterContent } from './frontmatter/front-matter-content.ts';
import { frontMatterFastPath } from './frontmatter/front-matter-fast-path.ts';
import { type Place, pageIn } from './model/place.ts';
import { walkSections } from './model/walk-sections.ts';
import type { PageToParse, ReadSource, Tools } from './pipeline.ts';

/** Loads the tools that a page needs in the places where it is shown. */
export async function loadTools(source: ReadSource, places: readonly Place[]): Promise<Tools> {
  const readings = [source, ...source.translations];
  const hasFields = readings.some(({ fieldsToParse }) => fieldsToParse.length > 0);
  const hasMdx = places.some(({ format }) => format === 'mdx');
  const hasRegion = places.some(({ display }) => display.region !== undefined);
  const parts = places.flatMap(({ content }) => [...walkSections(content)]);
  const hasTable =
    hasFields || parts.some((part) => 'style' in part && part.style.layout === 'table');
  const hasPlainFrontMatter = places.every(({ display, lang }) => {
    const content = frontMatterContent(pageIn<PageToParse>(source, lang), display);
    return !content || frontMatterFastPath(content) !== undefined;
  });

  const parseMarkdown =
    hasFields || hasRegion
      ? (await import('./markdown/parse-markdown.ts')).parseMarkdown
      : undefined;
  const parseMdx =
    hasMdx && (hasRegion || (hasFields && source.page.html))
      ? (await import('./markdown/parse-mdx.ts')).parseMdx
      : undefined;
  const directives = hasFields
    ? [(await import('./stringify/directive-to-markdown.ts')).directiveToMarkdown()]
    : [];
  const tables = hasTable
    ? [(await import('./stringify/table-to-markdown.ts')).tableToMarkdown()]
    : [];
  const jsx = hasMdx ? [(await import('./stringify/mdx-to-markdown.ts')).mdxToMarkdown()] : [];
  return {
    // A parser that is not loaded is not called.
    parsers: { md: parseMarkdown, mdx: parseMdx } as Tools['parsers'],
    serializeFrontMatter: hasPlainFrontMatter
      ? frontMatterFastPath
      : (await import('./frontmatter/serialize-front-matter.ts')).serializeFrontMatter,
    serializers: { md: [...directives, ...tables], mdx: [...directives, ...tables, ...jsx] },
    githubView: places.some(({ flavor }) => flavor === 'github')
      ? (await import('./page/github-view.ts')).githubView
      : undefined,
  };
}
