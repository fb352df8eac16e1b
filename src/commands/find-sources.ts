import { join, resolve } from 'node:path';
import type { CommandProcess } from '../file/command-process.ts';
import type { GlobCache } from '../file/expand-glob.ts';
import { isFolder, targetExists } from '../file/paths.ts';
import { STANDARD } from './source-file.ts';
import { SOURCES, sourceIn } from './source-names.ts';

/**
 * Returns the sources that arguments name: a folder is the source in it, and a glob is expanded. What
 * leads to no source is returned unchanged, or as the path of a source that is missing.
 */
export async function findSources(
  names: readonly string[],
  process: Pick<CommandProcess, 'cwd'>,
): Promise<readonly string[]> {
  const cache: GlobCache = {};
  const found = await Promise.all(names.map((name) => sourcesAt(name, process, cache)));
  return found.flat();
}

/**
 * Returns the absolute paths of the sources that arguments name. Without arguments, these are the paths
 * where the source of the current folder may be.
 */
export async function sourcePaths(
  names: readonly string[],
  process: Pick<CommandProcess, 'cwd'>,
): Promise<string[]> {
  const found = names.length > 0 ? await findSources(names, process) : SOURCES;
  return found.map((name) => resolve(process.cwd(), name));
}

async function sourcesAt(
  name: string,
  process: Pick<CommandProcess, 'cwd'>,
  cache: GlobCache,
): Promise<string[]> {
  if (name === STANDARD) return [name];
  const path = resolve(process.cwd(), name);
  if (isFolder(path)) return [join(name, sourceIn(path) ?? SOURCES[0])];
  if (!/[*?[{]/.test(name) || targetExists(path)) return [name];
  const { expandGlob } = await import('../file/expand-glob.ts');
  const matches = expandGlob(name, process.cwd(), cache);
  const sources = matches.flatMap((match) => {
    const place = resolve(process.cwd(), match);
    if (!isFolder(place)) return [match];
    const source = sourceIn(place);
    return source ? [join(match, source)] : [];
  });
  return sources.length > 0 ? sources : [name];
}

/** Returns sources without those that are repeated under another name. */
export function distinctSources(
  names: readonly string[],
  process: Pick<CommandProcess, 'cwd'>,
): readonly string[] {
  if (names.length === 1) return names;
  const pathOf = (name: string) => (name === STANDARD ? name : resolve(process.cwd(), name));
  return [...new Map(names.map((name) => [pathOf(name), name])).values()];
}
