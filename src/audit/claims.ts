import { forgeHandle } from '../model/forge-handle.ts';
import { parsePerson } from '../model/parse-person.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Markdown, NestedEntry, Person, Section } from '../types.ts';

/** Something that a section names: a credit, a link in Markdown, or a person behind a credit. */
export interface Claim {
  name: string | undefined;
  /** What the name links to. */
  url: string | undefined;
  /** Further links. */
  links: readonly string[];
  people: readonly Person[];
  /** The credit that it is a part of; `undefined` in the text of a section. */
  credit: NestedEntry | Markdown | undefined;
}

/** A link in a Markdown field. */
export interface FieldLink {
  /** Its text. */
  label: string;
  url: string;
}

/** Returns the links of a Markdown field. */
export type LinksIn = (field: Markdown) => readonly FieldLink[];

/** Returns what a section and its subsections name. */
export function claimsIn(section: Section, linksIn: LinksIn): Claim[] {
  return [...walkSections(section)].flatMap((part) => {
    if ('field' in part) return claimsOfField(part.field, undefined, linksIn);
    if (!('credits' in part)) return [];
    return flattenCredits(part.credits).flatMap((credit) => claimsOfCredit(credit, linksIn));
  });
}

function claimsOfCredit(credit: NestedEntry | Markdown, linksIn: LinksIn): Claim[] {
  if ('markdown' in credit) return claimsOfField(credit, credit, linksIn);
  const { name, url, links = [], person, by = [], description } = credit;
  const named = person ? [person] : personNamed(name, url);
  return [
    { name, url, links: links.map((link) => link.url), people: [...named, ...by], credit },
    ...(description ? claimsOfField(description, credit, linksIn) : []),
  ];
}

function claimsOfField(field: Markdown, credit: Claim['credit'], linksIn: LinksIn): Claim[] {
  const claims = linksIn(field).map(({ label, url }): Claim => {
    const name = label.trim();
    return { name, url, links: [], people: personNamed(name, url), credit };
  });
  // A string credit without links is still a credit.
  const hasNone = claims.length === 0 && field === credit;
  return hasNone ? [{ name: undefined, url: undefined, links: [], people: [], credit }] : claims;
}

/** Returns the person in a name, with the handle of the profile that a URL leads to. */
function personNamed(name: string, url: string | undefined): Person[] {
  const handle = url === undefined ? undefined : forgeHandle(url);
  const person = parsePerson(name);
  return [handle === undefined || person.handle !== undefined ? person : { ...person, handle }];
}
