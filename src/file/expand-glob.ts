import { type Dirent, readdirSync } from 'node:fs';
import { resolve } from 'node:path';
import process from 'node:process';
import { Glob, GlobSteps } from '../text/glob.ts';

const SKIPPED = new Set(['node_modules', '.git']);

/** What several globs share: the count of their steps, and what is in folders, which is read once. */
export interface GlobCache {
  steps?: GlobSteps;
  entries?: Map<string, Dirent[]>;
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
  cache.steps ??= new GlobSteps();
  cache.entries ??= new Map();
  const { steps, entries } = cache;
  const matcher = new Glob(pattern, steps);

  const matchesIn = (path: string, states: Glob['start']): string[] =>
    entriesIn(resolve(folder, base + path), entries).flatMap((entry) => {
      steps.add(1, pattern);
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

function entriesIn(folder: string, known: Map<string, Dirent[]>): Dirent[] {
  const entries = known.get(folder) ?? readEntries(folder);
  known.set(folder, entries);
  return entries;
}

function readEntries(folder: string): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
