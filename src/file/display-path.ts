import { relative, sep } from 'node:path';
import type { CommandProcess } from './command-process.ts';

/** Returns a path as messages show it: relative to the current folder, with `/`. */
export function displayPath(absolute: string, process: CommandProcess): string {
  const path = relative(process.cwd(), absolute).split(sep).join('/') || '.';
  // GitHub runs a line that starts with `::`, after any white space, as a workflow command.
  return /^[\s\x85]*::/.test(path) ? `./${path}` : path;
}
