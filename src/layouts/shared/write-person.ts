import type { Person } from '../../types.ts';
import { delimit, HANDLE } from './delimiters.ts';
import { linkTo, type Piece } from './pieces.ts';

/** `[Name](url) (@handle)`, or `[@handle](url)` for a person without a name. */
export function personPieces({ name, handle, url }: Person): Piece[] {
  const linked = (text: string) => (url === undefined ? text : linkTo(url, text));
  if (name === undefined) return [linked(`@${handle}`)];
  return [linked(name), ...(handle === undefined ? [] : delimit(HANDLE, [handle]))];
}
