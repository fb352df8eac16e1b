import type { Person } from '../../types.ts';
import { link, type Piece } from '../pieces.ts';

/** `[Name](url) (@handle)`, as much of it as the person has. */
export function personPieces({ name, handle, url }: Person): Piece[] {
  const linked = (text: string) => (url === undefined ? text : link(url, text));
  if (name === undefined) return [linked(`@${handle}`)];
  return [linked(name), handle !== undefined && ` (@${handle})`];
}
