/** Writes the parts of a credit, which the layouts arrange. */
import type { Link, Text } from 'mdast';
import { handleUrl } from '../../model/handle-url.ts';
import type { NestedEntry, Person } from '../../types.ts';
import type { WriteContext } from '../layout.ts';
import {
  COMMA,
  DOT,
  delimit,
  FACTS,
  HANDLE,
  LICENSE,
  LINK_GROUP,
  lastJoiner,
  peopleAfter,
  VERSION,
} from './delimiters.ts';
import { markText } from './mark-text.ts';
import { joinPieces, type Piece } from './pieces.ts';

/** Returns `[label](url)`, or only the label if there is no URL. */
function linked(label: string, url: string | undefined): Text | Link {
  const text: Text = { type: 'text', value: markText(label) };
  return url === undefined ? text : { type: 'link', url, title: null, children: [text] };
}

/** Returns the URL that the name of a credit links to. */
export function creditUrl(
  { url, person }: NestedEntry,
  handles: WriteContext['handles'],
): string | undefined {
  return url ?? (person && !person.name ? handleUrl(person.handle, handles) : undefined);
}

/** Returns `**[name](url)**`, or `[name](url)` if it is not `bold`, with the handle of a person after it. */
export function namePieces(
  credit: NestedEntry,
  handles: WriteContext['handles'],
  { bold }: { bold: boolean },
): Piece[] {
  const content = linked(credit.name, creditUrl(credit, handles));
  return [
    bold ? { type: 'strong', children: [content] } : content,
    ...handlePieces(credit.person, handles),
  ];
}

/** Returns `Ada (@ada), Bob and Carol`. */
export function peoplePieces(
  { by = [] }: NestedEntry,
  { style: { and, comma, space }, handles }: Pick<WriteContext, 'style' | 'handles'>,
): Piece[] {
  return joinPieces(
    by.map((person) => personPieces(person, handles)),
    comma,
    and === '' ? comma : lastJoiner(and, space),
  );
}

/** Returns `[Name](url) (@handle)`, or `[@handle](url)` if a person has no name. */
function personPieces(person: Person, handles: WriteContext['handles']): Piece[] {
  const { name, handle, url } = person;
  return name === undefined
    ? [linked(`@${handle}`, url ?? handleUrl(handle, handles))]
    : [linked(name, url), ...handlePieces(person, handles)];
}

/** Returns ` (@handle)`, or nothing if the handle is in place of the name. */
function handlePieces(person: Person | undefined, handles: WriteContext['handles']): Piece[] {
  const handle = handleBesideName(person, handles);
  return handle ? delimit(HANDLE, [handle]) : [];
}

/** Returns `[@handle](url)`, or `undefined` if a person has no handle, or has it in place of a name. */
function handleBesideName({ name, handle }: Person = {}, handles: WriteContext['handles']): Piece {
  if (name === undefined || handle === undefined) return;
  return linked(`@${handle}`, handleUrl(handle, handles));
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
  context: Pick<WriteContext, 'style' | 'handles'>,
): Piece[] {
  const { version, by = [], license } = credit;
  switch (fact) {
    case 'version':
      return version === undefined ? [] : delimit(VERSION, [markText(version)]);
    case 'by':
      return by.length === 0
        ? []
        : delimit(peopleAfter(context.style.by), peoplePieces(credit, context));
    case 'license':
      return license === undefined ? [] : delimit(LICENSE, [markText(license)]);
  }
}

/** Returns `by people · version · license`, or `@handle` for a person, without the name. */
export function factLinePieces(
  credit: NestedEntry,
  context: Pick<WriteContext, 'style' | 'handles'>,
): Piece[] {
  const { version, license, person } = credit;
  const { by } = context.style;
  const people = peoplePieces(credit, context);
  const facts = [
    [handleBesideName(person, context.handles)],
    people.length > 0 && by !== '' ? [`${by} `, ...people] : people,
    [version && markText(version)],
    [license && markText(license)],
  ];
  return joinPieces(
    facts.filter(([first]) => first !== undefined),
    DOT,
  );
}

/**
 * Returns the parts of a credit after its name, which `readParts` recognizes: ` version by people (license) -
 * description (links)`.
 */
export function writeParts(credit: NestedEntry, { style, fields, handles }: WriteContext): Piece[] {
  const { description } = credit;
  const links = linkPieces(credit);
  return [
    ...FACTS.flatMap((fact) => factPieces(credit, fact, { style, handles })),
    description && style.separator,
    ...(description ? fields.phrasing(description) : []),
    ...(links.length > 0 ? delimit(LINK_GROUP, links) : []),
  ];
}
