import { posix } from 'node:path';

/** Yields the folder of a file and the folders above it, up to the one that its path is relative to. */
export function* foldersAbove(path: string): Generator<string> {
  for (let at = path; posix.dirname(at) !== at; at = posix.dirname(at)) yield posix.dirname(at);
}
