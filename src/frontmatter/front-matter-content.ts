import type { Display } from '../model/view.ts';
import type { SourcePage } from '../schema/read-page.ts';
import type { Source } from '../source/source.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';

export interface FrontMatterContent {
  /** The text of a comment before everything else, on one line. */
  comment: string | undefined;
  title: string | undefined;
  description: string | undefined;
  /** The source of the page, if it has further front matter. */
  source: Source | undefined;
}

/** Returns the content of a page's front matter, or `undefined` if the view has no front matter. */
export function frontMatterContent(
  { page, notice, frontMatterSource }: SourcePage,
  display: Display,
): FrontMatterContent | undefined {
  if (!display.frontmatter) return;
  return {
    // A line separator would start another line of the comment.
    comment:
      notice === undefined ? undefined : foldWhiteSpace(notice.replace(/[\u2028\u2029]/g, ' ')),
    title: display.title === 'frontmatter' ? page.title : undefined,
    description: page.description,
    source: frontMatterSource,
  };
}
