import type { PhrasingContent } from 'mdast';

/** A piece of phrasing content. A string is text; `false` and `undefined` are ignored. */
export type Piece = PhrasingContent | string | false | undefined;

/** Joins pieces into phrasing content, with adjacent text in one node. */
export function phrasingOf(...pieces: (Piece | readonly Piece[])[]): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  let text = '';
  for (const piece of pieces.flat()) {
    if (piece === undefined || piece === false) continue;
    if (typeof piece === 'string') text += piece;
    else if (piece.type === 'text') text += piece.value;
    else {
      if (text !== '') content.push({ type: 'text', value: text });
      text = '';
      content.push(piece);
    }
  }
  if (text !== '') content.push({ type: 'text', value: text });
  return content;
}

/** Joins groups of pieces with `joiner`, the last one with `lastJoiner`. */
export function joinPieces(groups: Piece[][], joiner: string, lastJoiner = joiner): Piece[] {
  return groups.flatMap((group, index) => {
    if (index === 0) return group;
    return [index === groups.length - 1 ? lastJoiner : joiner, ...group];
  });
}
