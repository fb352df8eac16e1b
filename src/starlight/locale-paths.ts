import { join } from 'node:path';
import type { Locales } from './astro-types.ts';

/** Returns the default path of a page in each language of a site, by the tag of the language. */
export function localePaths(
  locales: Locales = {},
  contentFolder: string,
): ReadonlyMap<string, string> {
  const paths = Object.entries(locales).flatMap(([folder, locale]) => {
    const isRoot = folder === 'root';
    const lang = locale?.lang ?? (isRoot ? undefined : folder);
    if (lang === undefined) return [];
    return [[lang, join(contentFolder, 'docs', isRoot ? '' : folder, 'credits.md')] as const];
  });
  return new Map(paths);
}
