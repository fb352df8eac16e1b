import type { FieldLink, LinksIn } from '../../audit/claims.ts';
import { markdownFieldsIn } from '../../model/markdown-fields-in.ts';
import type { Page } from '../../types.ts';

/** Whether Markdown may contain a link. Most fields do not. */
const LINK = /[\]<]|:\/\/|www\.|@/;

/** Returns a function that returns the links in Markdown. The parser is only loaded if it is needed. */
export async function loadLinks(pages: readonly Page[]): Promise<LinksIn> {
  if (
    !pages
      .flatMap((page) => [...markdownFieldsIn(page)])
      .some(({ markdown }) => LINK.test(markdown))
  )
    return () => [];
  const [{ linksInField }, { parseMarkdown }] = await Promise.all([
    import('../../markdown/links-in-field.ts'),
    import('../../markdown/parse-markdown.ts'),
  ]);
  const known = new Map<string, readonly FieldLink[]>();
  return ({ markdown }) => {
    if (!LINK.test(markdown)) return [];
    const links = known.get(markdown) ?? linksInField(markdown, parseMarkdown);
    known.set(markdown, links);
    return links;
  };
}
