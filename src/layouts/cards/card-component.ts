import type { PhrasingContent } from 'mdast';
import type { Markdown, NestedEntry } from '../../types.ts';
import type { WriteContext } from '../layout.ts';
import { phrasingOf } from '../shared/pieces.ts';
import { creditUrl, factLinePieces } from '../shared/write-parts.ts';
import { HTML_TAGS } from './html-tags.ts';

export type CardContext = Pick<WriteContext, 'style' | 'fields' | 'handles'>;

/**
 * Returns the component that shows all credits of a list: `LinkCard`, which is a link with text, if every
 * credit is nothing else. String credits need no card.
 */
export function cardComponent(
  credits: readonly (NestedEntry | Markdown)[],
  context: CardContext,
): 'Card' | 'LinkCard' {
  return credits.every((credit) => 'markdown' in credit || isLinkWithText(credit, context))
    ? 'LinkCard'
    : 'Card';
}

function isLinkWithText(credit: NestedEntry, context: CardContext): boolean {
  const { image, description, links = [] } = credit;
  const content = [
    ...phrasingOf(factLinePieces(credit, context)),
    ...(description ? context.fields.phrasing(description) : []),
  ];
  return (
    creditUrl(credit, context.handles) !== undefined &&
    image === undefined &&
    links.length === 0 &&
    content.every(isText)
  );
}

function isText(node: PhrasingContent): boolean {
  if (node.type in HTML_TAGS && 'children' in node) return node.children.every(isText);
  return node.type === 'text' || node.type === 'inlineCode' || node.type === 'break';
}
