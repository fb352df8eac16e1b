import { type Dirent, readdirSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import zeptomatch from 'zeptomatch';

const SKIPPED = new Set(['node_modules', '.git']);

/**
 * Returns the files and folders that a glob matches: sorted paths relative to a folder, with `/`. Linked
 * folders are not entered, and neither are `node_modules` and `.git`. Names that begin with a dot are only
 * matched by a glob with such a name.
 */
export function expandGlob(glob: string, folder: string): string[] {
  const segments = (process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob)
    .replace(/(?<=[^/])\/+$/, '')
    .split('/');
  const first = segments.findIndex((segment) => /[*?[{\\]/.test(segment));
  if (first < 0) return [];
  const base = segments.slice(0, first).map((segment) => `${segment}/`);
  const pattern = segments.slice(first).join('/');
  const withHidden = /(?:^|[/{,])\\?\./.test(pattern);

  const matchesIn = (path: string): string[] =>
    entriesOf(join(folder, ...base, path)).flatMap((entry) => {
      if (SKIPPED.has(entry.name) || (entry.name.startsWith('.') && !withHidden)) return [];
      const found = path + entry.name;
      const below =
        entry.isDirectory() && zeptomatch(pattern, found, { partial: true })
          ? matchesIn(`${found}/`)
          : [];
      return zeptomatch(pattern, found) ? [found, ...below] : below;
    });
  return matchesIn('')
    .map((path) => base.join('') + path)
    .sort();
}

function entriesOf(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
