/** The parts of a credit that layouts have in common. */
import type { PhrasingContent } from 'mdast';
import type { ResolvedStyle } from '../../schema/style-shape.ts';
import type { NestedEntry } from '../../types.ts';
import type { Context } from '../layout.ts';
import { joined, link, type Piece, phrase } from '../pieces.ts';
import { personPieces } from './write-person.ts';

/** `[name](url)`, as much of it as there is. */
export function linkedName({ name, url }: NestedEntry): Piece {
  return url === undefined ? name : link(url, name);
}

/** `**[name](url)**`, where names are strong. */
export function creditName(credit: NestedEntry, { bold }: ResolvedStyle): Piece {
  const linked = linkedName(credit);
  return bold ? { type: 'strong', children: phrase(linked) } : linked;
}

/** `Ada (@ada), Bob and Carol`. */
export function people({ by = [] }: NestedEntry, { and }: ResolvedStyle): Piece[] {
  return joined(by.map(personPieces), ', ', ` ${and} `);
}

/** `[label](url), [label](url)`. */
export function furtherLinks({ links = [] }: NestedEntry): Piece[] {
  return joined(
    links.map(({ label, url }) => [link(url, label)]),
    ', ',
  );
}

/** ` version by people (license)`: what is said of a credit between name and description. */
function facts(credit: NestedEntry, style: ResolvedStyle): Piece[] {
  const { version, license } = credit;
  const pieces: Piece[] = [];
  if (version !== undefined) pieces.push(` ${version}`);
  if (credit.by?.length) {
    pieces.push(style.by === '' ? ' ' : ` ${style.by} `, ...people(credit, style));
  }
  if (license !== undefined) pieces.push(` (${license})`);
  return pieces;
}

/** What follows the name of a credit, or stands without it. */
export function details(
  credit: NestedEntry,
  { style, fields }: Context,
  { named }: { named: boolean },
): PhrasingContent[] {
  const { description } = credit;
  const before = facts(credit, style);
  const further = furtherLinks(credit);
  const separated = named || before.length > 0;
  const content = phrase(
    before,
    description && separated && style.separator,
    description && fields.phrasing(description),
    further.length > 0 && [' (', ...further, ')'],
  );
  const [first] = content;
  if (named || first?.type !== 'text') return content;
  return phrase(first.value.replace(/^ /, ''), content.slice(1));
}
