import { join } from 'node:path';
import type { LocalePages } from '../commands/build/outputs.ts';
import type { Locales, SetupContext } from './astro-types.ts';

/** The locales of a site by the folder of their pages, and the folder of the default one. */
export interface SiteLocales {
  locales: Locales;
  defaultFolder: string;
}

/**
 * Returns the locales in the configuration of Starlight, or otherwise in that of Astro.
 *
 * @see https://starlight.astro.build/guides/i18n/
 */
export function siteLocales({
  config: { locales, defaultLocale = 'root' },
  astroConfig: { i18n },
}: Pick<SetupContext, 'config' | 'astroConfig'>): SiteLocales {
  if (locales || !i18n) return { locales: locales ?? {}, defaultFolder: defaultLocale };
  const folderOf = (path: string) =>
    path === i18n.defaultLocale && !Object(i18n.routing).prefixDefaultLocale ? 'root' : path;
  const entries = i18n.locales.map((locale) =>
    typeof locale === 'string'
      ? ([folderOf(locale), { lang: locale }] as const)
      : ([folderOf(locale.path), { lang: locale.codes[0] }] as const),
  );
  return { locales: Object.fromEntries(entries), defaultFolder: folderOf(i18n.defaultLocale) };
}

/** Returns the default paths of a page in the languages of a site. */
export function localePages(
  { locales, defaultFolder }: SiteLocales,
  contentFolder: string,
): LocalePages {
  const pathIn = (folder: string) =>
    join(contentFolder, 'docs', folder === 'root' ? '' : folder, 'credits.md');
  const paths = new Map<string, string>();
  for (const [folder, locale] of Object.entries(locales)) {
    const lang = locale?.lang ?? (folder === 'root' ? undefined : folder);
    if (lang !== undefined && (folder === defaultFolder || !paths.has(lang)))
      paths.set(lang, pathIn(folder));
  }
  const hasRoot = paths.size === 0 || 'root' in locales;
  return { paths, defaultLocalePath: hasRoot ? undefined : pathIn(defaultFolder) };
}
