import { fileURLToPath } from 'node:url';

/** Returns the path of a `file:` URL without a trailing slash. */
export function folderOfUrl(url: URL): string {
  return fileURLToPath(url).replace(/(?<=[^/\\:])[/\\]+$/, '');
}
