import type { Flavor, Format, Page, Section } from '../types.ts';
import { flavorOf } from './flavor.ts';
import { selectContent } from './select-content.ts';
import { type Display, formatOf, WHOLE } from './view.ts';

/** A place where a page is shown. */
export interface Place {
  display: Display;
  format: Format;
  flavor: Flavor;
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

/** Returns the name of the view of a place, for messages. */
export function viewName({ display: { path = 'the page', region } }: Place): string {
  return region === undefined ? path : `the region ${region} of ${path}`;
}

/**
 * Returns the place where a page is shown in a view.
 *
 * @param inContent whether it is in the content of a site; by default, the path of the view decides
 */
export function placeOf(page: Page, display: Display, format: Format, inContent?: boolean): Place {
  const flavor = flavorOf(display, format, inContent);
  return { display, format, flavor, content: selectContent(page, display) };
}

/** Returns the places of a page that its source names, or the default place. */
export function placesInSource(page: Page): Place[] {
  const { output = [] } = page;
  if (output.length === 0) return [placeOf(page, WHOLE, 'md')];
  return output.map((view) => placeOf(page, view, formatOf(view.path) ?? 'md'));
}

/** Whether places are all of those that the source of a page names. */
export function showsAllViews({ output = [] }: Page, places: readonly Place[]): boolean {
  return places.length >= output.length;
}
