import { fileURLToPath } from 'node:url';

/** The path of a folder that is known by its URL, without a slash at its end. */
export function folderOf(url: URL): string {
  return fileURLToPath(url).replace(/(?<=[^/\\:])[/\\]+$/, '');
}
