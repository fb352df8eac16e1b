import { type Dirent, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { Glob, GlobSteps } from '../text/glob.ts';

const SKIPPED = new Set(['node_modules', '.git']);

/** What is in folders, read once for several globs. */
class FolderEntries extends GlobSteps {
  readonly #entries = new Map<string, Dirent[]>();

  in(folder: string): Dirent[] {
    const entries = this.#entries.get(folder) ?? readEntries(folder);
    this.#entries.set(folder, entries);
    return entries;
  }
}

/** What several globs share. */
export interface GlobCache {
  entries?: FolderEntries;
}

/**
 * Returns the files and folders that a glob matches: sorted paths relative to a folder, with `/`. Linked
 * folders are not entered, and neither are `node_modules` and `.git`. Names that begin with a dot are only
 * matched by a glob with such a name.
 *
 * @throws {GlobError} if all globs with this cache take too long
 */
export function expandGlob(glob: string, folder: string, cache: GlobCache): string[] {
  const segments = (process.platform === 'win32' ? glob.replaceAll('\\', '/') : glob)
    .replace(/(?<=[^/])\/+$/, '')
    .split('/');
  const first = segments.findIndex((segment) => /[*?[{\\]/.test(segment));
  if (first < 0) return [];
  const base = segments
    .slice(0, first)
    .map((segment) => `${segment}/`)
    .join('');
  const pattern = segments.slice(first).join('/');
  const withHidden = /(?:^|[/{,])\\?\./.test(pattern);
  cache.entries ??= new FolderEntries();
  const { entries } = cache;
  const matcher = new Glob(pattern, entries);

  const matchesIn = (path: string, states: Glob['start']): string[] =>
    entries.in(resolve(folder, base + path)).flatMap((entry) => {
      entries.add(1, pattern);
      if (SKIPPED.has(entry.name) || (entry.name.startsWith('.') && !withHidden)) return [];
      const found = path + entry.name;
      const after = matcher.follow(states, entry.name);
      const inside = entry.isDirectory() ? matcher.follow(after, '/') : undefined;
      const below = inside && inside.size > 0 ? matchesIn(`${found}/`, inside) : [];
      return matcher.isEnd(after) ? [found, ...below] : below;
    });
  return matchesIn('', matcher.start)
    .map((path) => base + path)
    .sort();
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
