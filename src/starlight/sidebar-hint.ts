import { relative, sep } from 'node:path';
import { slug as slugOfName } from 'github-slugger';
import type { WholePage } from '../commands/build/make-pages.ts';

/** What the hint needs of the configuration of Starlight. */
interface SidebarConfig {
  sidebar?: readonly unknown[] | undefined;
  locales?: object | undefined;
}

/** The slugs that this process has hinted at. A development server may restart. */
const hinted = new Set<string>();

/**
 * Returns a hint for each page that a configured sidebar does not show, once in a process.
 *
 * @param docs the folder of the pages of the site
 */
export function sidebarHints(
  pages: readonly WholePage[],
  docs: string,
  { sidebar, locales = {} }: SidebarConfig,
): string[] {
  if (!sidebar) return [];
  return pages.flatMap(({ path, frontmatter = {} }) => {
    const slug = slugOf(path, docs, frontmatter.slug, Object.keys(locales));
    const { hidden } = Object(frontmatter.sidebar);
    if (slug === undefined || hidden === true || shows(sidebar, slug)) return [];
    const key = `${docs}\n${slug}`;
    if (hinted.has(key)) return [];
    hinted.add(key);
    return [`the sidebar does not show the page; add it to "sidebar": { slug: "${slug}" }`];
  });
}

/** Returns the slug of a page without its locale, as in a sidebar, or `undefined` for another file. */
function slugOf(
  path: string,
  docs: string,
  slug: unknown,
  locales: readonly string[],
): string | undefined {
  const names = relative(docs, path)
    .replace(/\.mdx?$/, '')
    .split(sep);
  if (names[0] === '..') return;
  if (names.at(-1) === 'index') names.pop();
  const own = typeof slug === 'string' ? slug.split('/') : names.map((name) => slugOfName(name));
  return own.slice(locales.includes(own[0] ?? '') ? 1 : 0).join('/');
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
  return path.replace(/^\.?\/+|\/+$/g, '');
}
