/** People who are named more than once, and the ids that they get. */
import { slug as slugOf } from 'github-slugger';
import { nearlyEqualFinder } from '../diagnostics/nearest.ts';
import {
  creditLists,
  type ImportedCredit,
  type ImportedEntry,
  type ImportedSection,
} from '../model/imported-page.ts';
import { parsePerson } from '../model/parse-person.ts';
import type { Person } from '../types.ts';

/** How the people of a page are written. */
export interface PeopleIds {
  /** People who are named more than once, by id. */
  byId: Map<string, Person>;
  /** Returns the id of a person, or `undefined` if the person has none. */
  idOf(person: Person): string | undefined;
  /** Whether a text would be read as an id, or cause the warning that it is close to one. */
  isAmbiguous(text: string): boolean;
}

/** Finds the people who are named more than once. */
export function assignPeopleIds(page: ImportedSection): PeopleIds {
  const counts = new Map<string, number>();
  const known = new Map<string, Person>();
  for (const person of creditLists(page).flatMap(({ credits }) => credits.flatMap(peopleIn))) {
    const key = personKey(person);
    known.set(key, person);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const isRepeated = (key: string) => (counts.get(key) ?? 0) > 1;
  const others = [...known].filter(([key]) => !isRepeated(key));
  const texts = new Set(others.flatMap(([, person]) => personText(person) ?? []));
  const nearText = nearlyEqualFinder(texts);
  const byId = new Map<string, Person>();
  const ids = new Map<string, string>();
  for (const [key, person] of known) {
    if (!isRepeated(key)) continue;
    const id = freeId(person, byId, nearText);
    byId.set(id, person);
    ids.set(key, id);
  }
  const nearId = nearlyEqualFinder(byId.keys());
  return {
    byId,
    idOf: (person) => ids.get(personKey(person)),
    isAmbiguous: (text) => byId.has(text) || nearId(text) !== undefined,
  };
}

/** Returns a person as a string, or `undefined` if the string would be read differently. */
export function personText(person: Person): string | undefined {
  const { name, handle } = person;
  const text =
    name === undefined ? `@${handle}` : name + (handle === undefined ? '' : ` (@${handle})`);
  return personKey(parsePerson(text)) === personKey(person) ? text : undefined;
}

function peopleIn(credit: ImportedCredit): Person[] {
  if (typeof credit === 'string') return [];
  const { by = [], credits = [] }: ImportedEntry = credit;
  return [...by, ...credits.flatMap(peopleIn)];
}

function personKey({ name, handle, url }: Person): string {
  return JSON.stringify([name, handle, url]);
}

/** What names somebody in a text: of an address its last part, or what is before the at sign. */
function nameIn(text: string): string {
  const [, local] = /^([^\s@]+)@[^\s@]+$/.exec(text) ?? [];
  const [, last] = /^https?:\/\/(?:\S*\/)?([^\s/]+)\/*$/i.exec(text) ?? [];
  return local ?? last ?? text;
}

/** How many numbers are tried in search of an id that nobody is nearly called. */
const TRIES = 9;

/**
 * An id that reads like the person: the handle, else the name, with a number if need be. It is no
 * other's, and not nearly what somebody else is called.
 */
function freeId(
  { name, handle }: Person,
  taken: ReadonlyMap<string, Person>,
  nearText: (id: string) => string | undefined,
): string {
  const slugs = [handle, name].flatMap((text) => slugOf(nameIn(text ?? '')) || []);
  const [first = 'person'] = slugs;
  const isFree = (id: string) => !taken.has(id);
  const isClear = (id: string) => isFree(id) && nearText(id) === undefined;
  const numbered = Array.from({ length: TRIES }, (_, index) => `${first}-${index + 2}`);
  const clear = [first, ...slugs, ...numbered].find(isClear);
  if (clear !== undefined) return clear;
  let id = first;
  for (let count = 2; !isFree(id); count += 1) id = `${first}-${count}`;
  return id;
}
