import { sep } from 'node:path';
import { relativePath } from '../file/paths.ts';

/**
 * Returns the URL where a file of a site is edited. In a monorepo, the file may be above the folder of the
 * site, whose name `baseUrl` then ends with. Returns `undefined` if it does not.
 *
 * @param site the folder of the site
 * @param baseUrl `editLink.baseUrl` in the configuration of Starlight
 */
export function editUrl(site: string, file: string, baseUrl: string): string | undefined {
  const [, up = '', path = ''] = /^((?:\.\.\/)*)(.*)$/.exec(relativePath(site, file)) ?? [];
  const levels = up.length / '../'.length;
  const folders = levels > 0 ? site.split(sep).slice(-levels) : [];
  const below = folders.map((name) => `${asUrlPath(name)}/`).join('');
  const base = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
  if (!base.endsWith(`/${below}`)) return;
  return new URL(base.slice(0, base.length - below.length) + asUrlPath(path)).href;
}

function asUrlPath(path: string): string {
  return encodeURI(path).replace(/[?#]/g, encodeURIComponent);
}
