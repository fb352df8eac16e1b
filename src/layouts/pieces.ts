import type { PhrasingContent, Text } from 'mdast';

/** Phrasing content in pieces: a string is plain text, nothing is left out. */
export type Piece = PhrasingContent | string | false | undefined;

/** Joins pieces into phrasing content, neighbouring texts into one. */
export function phrase(...pieces: (Piece | Piece[])[]): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  let text = '';
  const add = (piece: Piece): void => {
    if (piece === undefined || piece === false) return;
    if (typeof piece === 'string') text += piece;
    else if (piece.type === 'text') text += piece.value;
    else {
      if (text !== '') content.push({ type: 'text', value: text });
      text = '';
      content.push(piece);
    }
  };
  for (const piece of pieces) {
    if (Array.isArray(piece)) piece.forEach(add);
    else add(piece);
  }
  if (text !== '') content.push({ type: 'text', value: text });
  return content;
}

/** Puts `between` between groups of pieces, and `last` before the last of them. */
export function joined(groups: Piece[][], between: string, last = between): Piece[] {
  return groups.flatMap((group, index) => {
    if (index === 0) return group;
    return [index === groups.length - 1 ? last : between, ...group];
  });
}

export function link(url: string, ...pieces: Piece[]): PhrasingContent {
  return { type: 'link', url, title: null, children: phrase(...pieces) as Text[] };
}
