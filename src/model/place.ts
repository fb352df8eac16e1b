import type { Format, Page } from '../types.ts';
import { type Display, formatOf, WHOLE } from './view.ts';

/** A place where a page is shown. */
export interface Place {
  display: Display;
  format: Format;
  /** What surrounds a region. */
  around?: Surroundings;
}

/** What a region has to know of its file. */
interface Surroundings {
  /** The heading level of a section of the page. */
  level: number;
  /** The names that the ESM of an `.mdx` file declares. */
  bound: ReadonlySet<string>;
}

/** The places where a source says that its page is shown. */
export function placesInSource({ output = [] }: Page): Place[] {
  if (output.length === 0) return [{ display: WHOLE, format: 'md' }];
  return output.map((view) => ({ display: view, format: formatOf(view.path) ?? 'md' }));
}
