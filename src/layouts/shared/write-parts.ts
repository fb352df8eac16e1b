/** Writes the parts of a credit, which the layouts arrange. */
import type { PhrasingContent } from 'mdast';
import type { ResolvedStyle } from '../../schema/style-shape.ts';
import type { NestedEntry } from '../../types.ts';
import type { WriteContext } from '../layout.ts';
import {
  COMMA,
  delimit,
  FACTS,
  LICENSE,
  LINK_GROUP,
  lastJoiner,
  peopleAfter,
  VERSION,
} from './delimiters.ts';
import { joinPieces, linkTo, type Piece, phrasingOf } from './pieces.ts';
import { personPieces } from './write-person.ts';

/** `[name](url)`, or the name alone if the credit has no URL. */
export function linkedName({ name, url }: NestedEntry): Piece {
  return url === undefined ? name : linkTo(url, name);
}

/** `**[name](url)**`, strong only if the style says so. */
export function creditName(credit: NestedEntry, { bold }: ResolvedStyle): Piece {
  const name = linkedName(credit);
  return bold ? { type: 'strong', children: phrasingOf(name) } : name;
}

/** `Ada (@ada), Bob and Carol`. */
export function peoplePieces({ by = [] }: NestedEntry, { and }: ResolvedStyle): Piece[] {
  return joinPieces(by.map(personPieces), COMMA, lastJoiner(and));
}

/** `[label](url), [label](url)`. */
export function linkPieces({ links = [] }: NestedEntry): Piece[] {
  return joinPieces(
    links.map(({ label, url }) => [linkTo(url, label)]),
    COMMA,
  );
}

function factPieces(
  credit: NestedEntry,
  fact: (typeof FACTS)[number],
  style: ResolvedStyle,
): Piece[] {
  const { version, by = [], license } = credit;
  switch (fact) {
    case 'version':
      return version === undefined ? [] : delimit(VERSION, [version]);
    case 'by':
      return by.length === 0 ? [] : delimit(peopleAfter(style.by), peoplePieces(credit, style));
    case 'license':
      return license === undefined ? [] : delimit(LICENSE, [license]);
  }
}

/**
 * Everything but the name: ` version by people (license) - description (links)`.
 *
 * @param named whether it follows the name on the same line
 */
export function details(
  credit: NestedEntry,
  { style, fields }: WriteContext,
  { named }: { named: boolean },
): PhrasingContent[] {
  const { description } = credit;
  const facts = FACTS.flatMap((fact) => factPieces(credit, fact, style));
  const links = linkPieces(credit);
  const content = phrasingOf(
    facts,
    description && (named || facts.length > 0) && style.separator,
    description && fields.phrasing(description),
    links.length > 0 && delimit(LINK_GROUP, links),
  );
  const [first] = content;
  if (named || first?.type !== 'text') return content;
  return phrasingOf(first.value.replace(/^ /, ''), content.slice(1));
}
