import { relative, sep } from 'node:path';
import { slug as slugOfName } from 'github-slugger';
import type { WholePage } from '../commands/build/make-pages.ts';
import type { SiteLocales } from './site-locales.ts';

/** The sidebar in the configuration of Starlight, and the locales of the site. */
export interface Sidebar extends SiteLocales {
  sidebar: readonly unknown[] | undefined;
}

/** The slugs that this process has hinted at. A development server may restart. */
const hinted = new Set<string>();

/**
 * Returns a hint for each page in the default locale that a configured sidebar does not show, once in a process.
 * A sidebar is the same in all locales.
 *
 * @param docs the folder of the pages of the site
 */
export function sidebarHints(
  pages: readonly WholePage[],
  docs: string,
  { sidebar, ...locales }: Sidebar,
): string[] {
  if (!sidebar) return [];
  return pages.flatMap(({ path, frontmatter }) => {
    const slug = slugOf(path, docs, frontmatter.slug, locales);
    const { hidden } = Object(frontmatter.sidebar);
    if (slug === undefined || hidden === true || shows(sidebar, slug)) return [];
    const key = `${docs}\n${slug}`;
    if (hinted.has(key)) return [];
    hinted.add(key);
    return [`the sidebar does not show the page; add it to "sidebar": { slug: "${slug}" }`];
  });
}

/** Returns the slug of a page without its locale, as in a sidebar, or `undefined` for files that it cannot show. */
function slugOf(
  path: string,
  docs: string,
  slug: unknown,
  { locales, defaultFolder }: SiteLocales,
): string | undefined {
  const names = relative(docs, path)
    .replace(/\.mdx?$/, '')
    .split(sep);
  if (names[0] === '..') return;
  if (names.at(-1) === 'index') names.pop();
  const own = typeof slug === 'string' ? slug.split('/') : names.map((name) => slugOfName(name));
  const folder = Object.hasOwn(locales, own[0] ?? '') ? own.shift() : 'root';
  return folder === defaultFolder ? own.join('/') : undefined;
}

/** Whether a sidebar shows a page. One with items of an unknown kind may show any. */
function shows(items: readonly unknown[], slug: string): boolean {
  return items.some((item) => {
    if (typeof item === 'string') return trimmed(item) === slug;
    const { slug: own, link, items: inner, autogenerate } = Object(item);
    if (typeof own === 'string') return trimmed(own) === slug;
    if (typeof link === 'string') return trimmed(link) === slug;
    if (Array.isArray(inner)) return shows(inner, slug);
    const folder = trimmed(String(autogenerate?.directory ?? ''));
    return folder === '' || slug.startsWith(`${folder}/`);
  });
}

function trimmed(path: string): string {
  return path.replace(/^\.?\/+|(?<!\/)\/+$/g, '');
}
