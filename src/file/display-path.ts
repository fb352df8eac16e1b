import type { CommandProcess } from './command-process.ts';
import { relativePath } from './paths.ts';

/** Returns a path as messages show it: relative to the current folder, with `/`. */
export function displayPath(absolute: string, process: CommandProcess): string {
  const path = relativePath(process.cwd(), absolute) || '.';
  // GitHub runs a line that starts with `::`, after any white space, as a workflow command.
  return /^[\s\x85]*::/.test(path) ? `./${path}` : path;
}
