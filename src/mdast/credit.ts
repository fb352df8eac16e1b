import type { List, ListItem, PhrasingContent } from 'mdast';
import type { Credit, Entry, NestedEntry } from '../model/credit.ts';
import type { Prose } from '../model/prose.ts';
import type { defaultStyle } from '../model/style.ts';
import type { ProseContent } from '../prose/parse.ts';
import { personPieces } from './person.ts';
import { joined, link, type Piece, phrase } from './phrase.ts';

/** A style with all that it inherits. */
export type WholeStyle = typeof defaultStyle;

/** A bulleted list, one credit an item. */
export function creditList(
  credits: readonly Credit[],
  style: WholeStyle,
  prose: ProseContent,
): List {
  return {
    type: 'list',
    ordered: false,
    spread: false,
    children: credits.map((credit) => creditItem(credit, style, prose)),
  };
}

function creditItem(credit: Credit, style: WholeStyle, prose: ProseContent): ListItem {
  const item: ListItem = {
    type: 'listItem',
    spread: false,
    children: [{ type: 'paragraph', children: creditPhrase(credit, style, prose) }],
  };
  if ('credits' in credit && credit.credits?.length) {
    item.children.push(creditList(credit.credits, style, prose));
  }
  return item;
}

function creditPhrase(
  credit: Entry | NestedEntry | Prose,
  style: WholeStyle,
  prose: ProseContent,
): PhrasingContent[] {
  if ('markdown' in credit) return prose.phrasing(credit);
  const { by, version, license, description, links } = credit;
  const people = joined((by ?? []).map(personPieces), ', ', ` ${style.and} `);
  const further = (links ?? []).map(({ label, url }) => [link(url, label)]);
  return phrase(
    creditName(credit, style),
    version !== undefined && ` ${version}`,
    people.length > 0 && (style.by === '' ? ' ' : ` ${style.by} `),
    people,
    license !== undefined && ` (${license})`,
    description && style.separator,
    description && prose.phrasing(description),
    further.length > 0 && ' (',
    joined(further, ', '),
    further.length > 0 && ')',
  );
}

/** `**[name](url)**`, as much of it as there is. */
function creditName({ name, url }: NestedEntry, { bold }: WholeStyle): Piece {
  const linked = url === undefined ? name : link(url, name);
  return bold ? { type: 'strong', children: phrase(linked) } : linked;
}
