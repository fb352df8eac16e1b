import type { RootContent } from 'mdast';
import type { FrontMatterContent } from '../frontmatter/serialize-front-matter.ts';
import type { Display } from '../model/view.ts';
import type { SourcePage } from '../schema/read-page.ts';
import { folded } from '../text/visible-text.ts';

/** Returns the content of a page's front matter, or `undefined` if the view has no front matter. */
function frontMatterContent(
  { page, notice, frontMatter }: SourcePage,
  display: Display,
): FrontMatterContent | undefined {
  if (!display.frontmatter) return;
  return {
    // A line separator would start another line of the comment.
    comment: notice === undefined ? undefined : folded(notice.replace(/[\u2028\u2029]/g, ' ')),
    title: display.title === 'frontmatter' ? page.title : undefined,
    description: page.description,
    source: frontMatter,
  };
}

/** Returns the front matter node of a page, unless it would be empty. */
export function frontMatterNodes(
  source: SourcePage,
  display: Display,
  serialize: (content: FrontMatterContent) => string | undefined,
): RootContent[] {
  const content = frontMatterContent(source, display);
  const value = content && serialize(content);
  return value ? [{ type: 'yaml', value }] : [];
}
