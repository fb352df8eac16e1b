import type { FieldLink, LinksIn } from '../../audit/claims.ts';
import { flattenCredits, walkSections } from '../../model/walk-sections.ts';
import type { Markdown, Page } from '../../types.ts';

/** Whether Markdown may contain a link. Most fields do not. */
const LINK = /[\]<]|:\/\/|www\.|@/;

/** Returns a function that returns the links in Markdown. The parser is only loaded if it is needed. */
export async function loadLinks(pages: readonly Page[]): Promise<LinksIn> {
  if (!pages.flatMap(fieldsIn).some(({ markdown }) => LINK.test(markdown))) return () => [];
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

function fieldsIn(page: Page): Markdown[] {
  return [...walkSections(page)].flatMap((part) => {
    if ('field' in part) return [part.field];
    if (!('credits' in part)) return [];
    return flattenCredits(part.credits).flatMap((credit) =>
      'markdown' in credit ? [credit] : (credit.description ?? []),
    );
  });
}
