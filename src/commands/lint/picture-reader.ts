import { resolve } from 'node:path';
import { readPicture } from '../../file/read-picture.ts';
import type { PictureSize } from '../../lint/lint-rule.ts';

/** Returns a function that reads each picture of a source once. */
export function pictureReader(folder: string): (path: string) => PictureSize | undefined {
  const known = new Map<string, PictureSize | undefined>();
  return (path) => {
    if (!known.has(path)) known.set(path, readPicture(resolve(folder, path)));
    return known.get(path);
  };
}
