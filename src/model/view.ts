/** The formats of views, and views of the whole page. */
import type { Format, Page, View } from '../types.ts';

/** What a view shows of a page, and how. Only the views of a source have a path. */
export type Display = Omit<View, 'path'> & { path?: string };

/** A whole page with front matter. */
export const WHOLE: Display = { frontmatter: true, title: 'frontmatter' };

/** Returns the format of a page by its file extension, or `undefined` if it has another one. */
export function formatOf(path: string): Format | undefined {
  return /\.(mdx?)$/.exec(path)?.[1] as Format | undefined;
}

/** Returns a path for a page: `credits.html` is `credits.md`, and `docs/` is `docs/credits.md`. */
export function pageNameFor(path: string): string {
  return /(?:^|[/\\])$/.test(path) ? `${path}credits.md` : path.replace(/\.\w*$|$/, '.md');
}

/**
 * Returns the first view that shows the whole page, or the default view if there is none.
 *
 * @param lang the language that the view should have
 */
export function wholeDisplay({ output = [], languages = [] }: Page, lang?: string): Display {
  const whole = output.filter(({ region, sections }) => region === undefined && !sections);
  const inLanguage = whole.find((view) => (view.lang ?? languages[0]) === lang);
  return inLanguage ?? whole[0] ?? WHOLE;
}

/** Whether a page with these views needs a title: a view shows it, or there are no views. */
export function needsTitle(views: readonly Display[] = []): boolean {
  return views.length === 0 || views.some(({ title }) => title !== 'none');
}
