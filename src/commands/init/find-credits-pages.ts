import { join } from 'node:path';
import { filesBelow, filesIn } from '../../file/list-folder.ts';

/** The usual names of a credits page. */
const CREDITS_PAGE = /^(?:.*\/)?(?:credits|acknowledge?ments|thanks)(?:\/index)?\.mdx?$/i;

/**
 * Returns the existing credits pages of a project, relative to its folder, those of its site first.
 *
 * @param docs the folder of its Starlight pages
 */
export function findCreditsPages(folder: string, docs: string | undefined): string[] {
  const places = [...(docs ? [docs] : []), 'docs'];
  const files = places.flatMap((place) =>
    filesBelow(join(folder, place)).map((path) => `${place}/${path}`),
  );
  return [...new Set([...files, ...filesIn(folder)])].filter((path) => CREDITS_PAGE.test(path));
}
