import { dirname, join } from 'node:path';
import { isInside } from '../../file/paths.ts';
import { editUrl } from '../edit-url.ts';
import { findProject } from './project.ts';

/**
 * Returns a line that says how "Edit page" opens the source of a page, or `undefined` if the page is not in
 * a Starlight site with such links, or the plugin already does it.
 *
 * @param source an absolute path
 * @param page an absolute path, or `undefined` if the page is in the site
 */
export function editUrlHint(source: string, page?: string): string | undefined {
  const folder = dirname(source);
  const { docs, site, editLinkBase, usesPlugin } = findProject(folder);
  if (docs === undefined || site === undefined || !editLinkBase || usesPlugin) return;
  if (page !== undefined && !isInside(page, join(folder, docs))) return;
  if (!URL.canParse(editLinkBase)) return;
  const url = editUrl(join(folder, site), source, editLinkBase);
  if (url === undefined) return;
  return `"Edit page" opens the generated page; to open the source, use the Starlight plugin, or add "editUrl: ${url}" to "frontmatter"`;
}
