import type { Flavor, Format, Page, Section, View } from '../types.ts';
import { flavorOf } from './flavor.ts';
import { wordsOf } from './language-words/index.ts';
import { selectContent } from './select-content.ts';
import { type Display, formatOf, WHOLE } from './view.ts';

/** A place where a page is shown. */
export interface Place {
  display: Display;
  format: Format;
  flavor: Flavor;
  /** The language, or `undefined` if the page has no `languages`. */
  lang: string | undefined;
  /** What is shown below the title of the page. */
  content: Section;
  /** The context of a region in its file. */
  around?: Surroundings;
  /** Returns the URL of a picture in the page. Without it, pictures stay as written in the source. */
  imageUrl?: (src: string) => string;
}

/** The context of a region in its file. */
interface Surroundings {
  /** The heading level of the page's own sections in the region. */
  level: number;
  /** The names that the ESM of an `.mdx` file declares outside the region. */
  bound: ReadonlySet<string>;
}

/** A page in one of its languages. */
export interface PageInLanguage {
  page: Page;
  /** The language, or `undefined` if the page has no `languages`. */
  lang: string | undefined;
  /** The titles in the default language of the sections of a page in another language. */
  defaultTitles: ReadonlyMap<Section, string>;
}

/** A page in its default language, and its translations. */
export interface PageInLanguages extends PageInLanguage {
  translations: readonly PageInLanguage[];
}

/** Returns a page in a language, or in its default language if it has no such translation. */
export function pageIn<P extends Pick<PageInLanguage, 'page' | 'lang'>>(
  page: P & { translations: readonly P[] },
  lang: string | undefined,
): P {
  return page.translations.find((each) => each.lang === lang) ?? page;
}

/** Returns the name of the view of a place, for messages. */
export function viewName({ display: { path = 'the page', region } }: Place): string {
  return region === undefined ? path : `the region ${region} of ${path}`;
}

/**
 * Returns the place where a page is shown in a view.
 *
 * @param inContent whether it is in the content of a site; by default, the path of the view decides
 */
export function placeOf(
  source: PageInLanguages,
  display: Display,
  format: Format,
  inContent?: boolean,
): Place {
  const { page, lang, defaultTitles } = pageIn<PageInLanguage>(source, display.lang);
  const flavor = flavorOf(display, format, inContent);
  const content = selectContent(page, display, (section) => {
    return defaultTitles.get(section) ?? section.title;
  });
  return { display, format, flavor, lang, content: withWords(content, lang) };
}

/** Adds the words of a language as a style that everything inherits. */
function withWords(content: Section, lang: string | undefined): Section {
  const style = lang === undefined ? undefined : wordsOf(lang);
  if (!style) return content;
  const { title, ...shown } = content;
  return { style, sections: [shown] };
}

/** Returns the places of a page that its source names, or the default place. */
export function placesInSource(source: PageInLanguages): Place[] {
  const views = viewsOf(source);
  if (views.length === 0) return [placeOf(source, WHOLE, 'md')];
  return views.map((view) => placeOf(source, view, formatOf(view.path) ?? 'md'));
}

/** Returns the views of a page, each as it is read in its own language. */
export function viewsOf(source: PageInLanguages): View[] {
  const { output = [] } = source.page;
  return output.map((view, index) => {
    return pageIn<PageInLanguage>(source, view.lang).page.output?.[index] ?? view;
  });
}

/** Whether places are all of those that the source of a page names. */
export function showsAllViews({ output = [] }: Page, places: readonly Place[]): boolean {
  return places.length >= output.length;
}
