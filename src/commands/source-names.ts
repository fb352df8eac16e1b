import { resolve } from 'node:path';
import { targetExists } from '../file/paths.ts';

/** The default names of a source. */
export const SOURCES = ['credits.yaml', 'credits.yml'] as const;

/** Returns the name of the source in a folder, or `undefined` if there is none. */
export function sourceIn(folder: string): string | undefined {
  return SOURCES.find((name) => targetExists(resolve(folder, name)));
}

/** Returns the names of sources that a command has to repeat: none for the default. */
export function namesToRepeat(names: readonly string[]): readonly string[] {
  return names.length === 1 && SOURCES.some((each) => each === names[0]) ? [] : names;
}
