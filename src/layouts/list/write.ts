import type { List, ListItem, PhrasingContent } from 'mdast';
import type { Credit } from '../../types.ts';
import type { WriteContext, WriteLayout } from '../layout.ts';
import { lineOfPieces } from '../shared/line-of-pieces.ts';
import { namePieces, writeParts } from '../shared/write-parts.ts';

/** Writes a bulleted list with an item for each credit. */
export const writeList: WriteLayout = (credits, context) => [creditList(credits, context)];

function creditList(credits: readonly Credit[], context: WriteContext): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: credits.map((credit) => creditItem(credit, context)),
  };
}

function creditItem(credit: Credit, context: WriteContext): ListItem {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: lineContent(credit, context) }],
  };
  if ('credits' in credit && credit.credits?.length) {
    item.children.push(creditList(credit.credits, context));
  }
  return item;
}

function lineContent(credit: Credit, context: WriteContext): PhrasingContent[] {
  if ('markdown' in credit) return context.fields.phrasing(credit);
  return lineOfPieces(
    context,
    namePieces(credit, context.handles, context.style),
    writeParts(credit, context),
  );
}
