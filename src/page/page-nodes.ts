/** Converts a page to mdast. */
import type { Heading, RootContent } from 'mdast';
import {
  type FrontMatterContent,
  frontMatterContent,
} from '../frontmatter/front-matter-content.ts';
import { creditNodes, layoutImports } from '../layouts/index.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { Place } from '../model/place.ts';
import { walkSections } from '../model/walk-sections.ts';
import type { SourcePage } from '../schema/read-page.ts';
import { isRightToLeftLanguage, startsRightToLeft } from '../text/isolates.ts';
import { noticeNode } from './notice-node.ts';

/** Yields the mdast of a page as a place shows it: front matter, title and content. */
export function* pageNodes(
  source: SourcePage,
  { display, format, flavor, lang, content, around, imageUrl = (src) => src }: Place,
  fields: FieldContent,
  serializeFrontMatter: (content: FrontMatterContent) => string | undefined,
): Generator<RootContent> {
  const { page, notice } = source;
  const frontMatter = frontMatterContent(source, display);
  const yaml = frontMatter && serializeFrontMatter(frontMatter);
  if (yaml) yield { type: 'yaml', value: yaml };
  else if (notice !== undefined) yield noticeNode(notice, format);
  const isRightToLeft =
    lang === undefined ? startsRightToLeft(page.title ?? '') : isRightToLeftLanguage(lang);
  const context = { format, flavor, fields, imageUrl, handles: page.handles, isRightToLeft };
  if (format === 'mdx') yield* layoutImports(content, context, around?.bound);
  if (display.title === 'heading' && page.title !== undefined) yield heading(1, page.title);
  for (const part of walkSections(content)) {
    if ('title' in part) yield heading(part.level, part.title);
    else if ('field' in part) yield* fields.blocks(part.field);
    else yield* creditNodes(part.credits, { ...context, style: part.style });
  }
}

function heading(depth: number, title: string): Heading {
  return {
    type: 'heading',
    depth: depth as Heading['depth'],
    children: [{ type: 'text', value: title }],
  };
}
