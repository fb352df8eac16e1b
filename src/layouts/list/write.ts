import type { List, ListItem, PhrasingContent } from 'mdast';
import type { Credit } from '../../types.ts';
import type { Context, Layout } from '../layout.ts';
import { creditName, details } from '../line/write-parts.ts';
import { phrase } from '../pieces.ts';

/** A bulleted list, one credit an item. */
export const list: Layout = {
  nodes: (credits, context) => [creditList(credits, context)],
};

function creditList(credits: readonly Credit[], context: Context): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: credits.map((credit) => creditItem(credit, context)),
  };
}

function creditItem(credit: Credit, context: Context): ListItem {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: creditPhrase(credit, context) }],
  };
  if ('credits' in credit && credit.credits?.length) {
    item.children.push(creditList(credit.credits, context));
  }
  return item;
}

function creditPhrase(credit: Credit, context: Context): PhrasingContent[] {
  if ('markdown' in credit) return context.fields.phrasing(credit);
  return phrase(creditName(credit, context.style), details(credit, context, { named: true }));
}
