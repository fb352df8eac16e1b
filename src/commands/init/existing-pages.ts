import { join } from 'node:path';
import { filesBelow, filesIn } from '../../file/list-files.ts';

/** What people call a page of credits. */
const PAGE = /^(?:.*\/)?(?:credits|acknowledge?ments|thanks)(?:\/index)?\.mdx?$/i;

/**
 * The credits pages that a project has already, relative to its folder, those of its site first.
 *
 * @param docs the folder of its Starlight pages, if it has one
 */
export function existingPages(folder: string, docs: string | undefined): string[] {
  const places = [...(docs ? [docs] : []), 'docs'];
  const files = places.flatMap((place) =>
    filesBelow(join(folder, place)).map((path) => `${place}/${path}`),
  );
  return [...new Set([...files, ...filesIn(folder)])].filter((path) => PAGE.test(path));
}
