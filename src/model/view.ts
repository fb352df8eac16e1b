/** Views: the places where a page is shown, by default and as a whole. */
import type { Format, Page, View } from '../types.ts';

/** What of a page a view shows, and how. Only a view of the source has a path. */
export type Display = Omit<View, 'path'> & { path?: string };

/** A whole page with front matter. */
export const WHOLE: Display = { frontmatter: true, title: 'frontmatter' };

/** The format of a page by its file extension, or `undefined` for another kind of file. */
export function formatOf(path: string): Format | undefined {
  return /\.(mdx?)$/.exec(path)?.[1] as Format | undefined;
}

/** The first view that shows the whole page, or else the default. */
export function wholeDisplay({ output = [] }: Page): Display {
  return output.find(({ region, sections }) => region === undefined && !sections) ?? WHOLE;
}

/** Whether no view shows the title of the page. */
export function isTitleless(views: readonly Display[] = []): boolean {
  return views.length > 0 && views.every(({ title }) => title === 'none');
}
