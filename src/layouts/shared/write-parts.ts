/** Writes the parts of a credit, which the layouts arrange. */
import type { Link, Text } from 'mdast';
import type { ResolvedStyle } from '../../model/style.ts';
import type { NestedEntry, Person } from '../../types.ts';
import type { WriteContext } from '../layout.ts';
import {
  COMMA,
  delimit,
  FACTS,
  HANDLE,
  LICENSE,
  LINK_GROUP,
  lastJoiner,
  peopleAfter,
  VERSION,
} from './delimiters.ts';
import { joinPieces, type Piece } from './pieces.ts';

/** Returns `[label](url)`, or only the label if there is no URL. */
function linked(label: string, url: string | undefined): Text | Link {
  const text: Text = { type: 'text', value: label };
  return url === undefined ? text : { type: 'link', url, title: null, children: [text] };
}

/** Returns `**[name](url)**`, or `[name](url)` if it is not `bold`, with the handle of a person after it. */
export function namePieces(
  { name, url, person }: NestedEntry,
  { bold }: { bold: boolean },
): Piece[] {
  const content = linked(name, url);
  return [bold ? { type: 'strong', children: [content] } : content, ...handlePieces(person)];
}

/** Returns `Ada (@ada), Bob and Carol`. */
export function peoplePieces({ by = [] }: NestedEntry, { and }: ResolvedStyle): Piece[] {
  return joinPieces(by.map(personPieces), COMMA, lastJoiner(and));
}

/** Returns `[Name](url) (@handle)`, or `[@handle](url)` if a person has no name. */
function personPieces(person: Person): Piece[] {
  const { name, handle, url } = person;
  if (name === undefined) return [linked(`@${handle}`, url)];
  return [linked(name, url), ...handlePieces(person)];
}

/** Returns ` (@handle)`, or nothing if the handle is in place of the name. */
function handlePieces({ name, handle }: Person = {}): Piece[] {
  return name === undefined || handle === undefined ? [] : delimit(HANDLE, [`@${handle}`]);
}

/** Returns the handle of a person whose name is elsewhere. */
function lonelyHandle({ name, handle }: Person): Piece[] {
  return name === undefined || handle === undefined ? [] : [`@${handle}`];
}

/** Returns `[label](url), [label](url)`. */
export function linkPieces({ links = [] }: NestedEntry): Piece[] {
  return joinPieces(
    links.map(({ label, url }) => [linked(label, url)]),
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
 * Returns the parts of a credit after its name, which `readParts` recognizes: ` version by people (license) -
 * description (links)`. A credit without its name before them starts with the handle of the person.
 *
 * @param named whether the name is before them on the same line
 */
export function writeParts(
  credit: NestedEntry,
  { style, fields }: WriteContext,
  { named }: { named: boolean },
): Piece[] {
  const { description, person } = credit;
  const facts =
    person && !named
      ? lonelyHandle(person)
      : FACTS.flatMap((fact) => factPieces(credit, fact, style));
  const links = linkPieces(credit);
  return [
    ...facts,
    description && (named || facts.length > 0) && style.separator,
    ...(description ? fields.phrasing(description) : []),
    ...(links.length > 0 ? delimit(LINK_GROUP, links) : []),
  ];
}
