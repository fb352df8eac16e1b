import type { Format, Page } from '../types.ts';
import { type Display, formatOf, WHOLE } from './view.ts';

/** A place where a page is shown. */
export interface Place {
  display: Display;
  format: Format;
  /** The context of a region in its file. */
  around?: Surroundings;
}

/** The context of a region in its file. */
interface Surroundings {
  /** The heading level of the page's own sections in the region. */
  level: number;
  /** The names that the ESM of an `.mdx` file declares outside the region. */
  bound: ReadonlySet<string>;
}

/** Returns the places of a page that its source names, or the default place. */
export function placesInSource({ output = [] }: Page): Place[] {
  if (output.length === 0) return [{ display: WHOLE, format: 'md' }];
  return output.map((view) => ({ display: view, format: formatOf(view.path) ?? 'md' }));
}
