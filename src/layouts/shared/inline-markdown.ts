import type { Paragraph, PhrasingContent } from 'mdast';
import { stringify } from '../../stringify/stringify.ts';

/** A piece of text, which may be a link. */
export interface TextPiece {
  text: string;
  url?: string | undefined;
}

/** Returns pieces, joined with commas, as inline Markdown. */
export function inlineMarkdown(pieces: readonly TextPiece[]): string | undefined {
  if (pieces.length === 0) return;
  const children = pieces.flatMap(({ text: value, url }, index): PhrasingContent[] => {
    const text: PhrasingContent = { type: 'text', value };
    const piece: PhrasingContent =
      url === undefined ? text : { type: 'link', url, children: [text] };
    return index === 0 ? [piece] : [{ type: 'text', value: ', ' }, piece];
  });
  const paragraph: Paragraph = { type: 'paragraph', children };
  return stringify([paragraph], 'md').trim();
}
