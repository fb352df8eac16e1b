import { posix } from 'node:path';
import type { Flavor, Format } from '../types.ts';
import type { Display } from './view.ts';

/** Whether a path leads into a `src/content` folder, which contains the pages of an Astro site. */
export function isInContent(path: string): boolean {
  return /(?:^|\/)src\/content\//.test(posix.normalize(path.replaceAll('\\', '/')));
}

/**
 * Returns the flavor of a view. Without `flavor`, an `.md` file outside the content of a site is for
 * GitHub if it cannot be a page of a site, which has front matter.
 */
export function flavorOf(
  { flavor, path, frontmatter, region }: Display,
  format: Format,
  inContent: boolean = isInContent(path ?? ''),
): Flavor {
  if (format === 'mdx') return 'starlight';
  if (flavor) return flavor;
  return !inContent && (region !== undefined || !frontmatter) ? 'github' : 'starlight';
}
