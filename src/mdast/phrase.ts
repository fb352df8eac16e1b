import type { PhrasingContent, Text } from 'mdast';

/** Phrasing content in pieces: a string is plain text, nothing is left out. */
export type Piece = PhrasingContent | string | false | undefined;

/** Joins pieces into phrasing content, neighbouring texts into one. */
export function phrase(...pieces: (Piece | Piece[])[]): PhrasingContent[] {
  const content: PhrasingContent[] = [];
  for (const piece of pieces.flat()) {
    if (piece === undefined || piece === false || piece === '') continue;
    const node: PhrasingContent =
      typeof piece === 'string' ? { type: 'text', value: piece } : piece;
    const last = content.at(-1);
    if (node.type === 'text' && last?.type === 'text') {
      content[content.length - 1] = { type: 'text', value: last.value + node.value } as Text;
    } else content.push(node);
  }
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
