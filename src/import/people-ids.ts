import { slug } from 'github-slugger';
import { nearlyEqualFinder } from '../diagnostics/nearest.ts';
import { creditLists, type ImportedPage, peopleOfCredit } from '../model/imported-page.ts';
import { parsePerson } from '../model/parse-person.ts';
import { personText } from '../model/person-text.ts';
import type { Person } from '../types.ts';

/** The ids of people, and how to refer to those without one. */
export interface PeopleIds {
  /** People who have an id. */
  byId: Map<string, Person>;
  /** Returns the id of a person, or `undefined` if the person has none. */
  idOf(person: Person): string | undefined;
  /** Whether a string would be read as an id, or be reported as similar to one. */
  isAmbiguous(text: string): boolean;
}

/** Gives an id to each person who is named more than once on a page, unless the id is known. */
export function assignPeopleIds(page: ImportedPage): PeopleIds {
  const counts = new Map<string, number>();
  const people = new Map<string, Person>();
  for (const person of creditLists(page).flatMap(({ credits }) =>
    credits.flatMap(peopleOfCredit),
  )) {
    const key = personKey(person);
    people.set(key, person);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const byId = new Map(page.people);
  const ids = new Map(Array.from(byId, ([id, person]) => [personKey(person), id]));
  const isRepeated = (key: string) => (counts.get(key) ?? 0) > 1;
  const others = [...people].filter(([key]) => !isRepeated(key) && !ids.has(key));
  const otherTexts = new Set(others.flatMap(([, person]) => exactPersonText(person) ?? []));
  const findSimilarText = nearlyEqualFinder(otherTexts);
  for (const [key, person] of people) {
    if (!isRepeated(key) || ids.has(key)) continue;
    const id = unusedId(person, byId, findSimilarText);
    byId.set(id, person);
    ids.set(key, id);
  }
  const findSimilarId = nearlyEqualFinder(byId.keys());
  return {
    byId,
    idOf: (person) => ids.get(personKey(person)),
    isAmbiguous: (text) => byId.has(text) || findSimilarId(text) !== undefined,
  };
}

/** Returns an id for each of several people: the handle, or otherwise one from the name. */
export function personIds(people: readonly Person[]): string[] {
  const used = new Set(people.flatMap(({ handle }) => handle ?? []));
  return people.map((person) => {
    const id = person.handle ?? unusedId(person, used);
    used.add(id);
    return id;
  });
}

/** Returns a person as a string, or `undefined` if the string would be parsed as another person. */
export function exactPersonText(person: Person): string | undefined {
  const text = personText(person);
  return personKey(parsePerson(text)) === personKey(person) ? text : undefined;
}

/** Returns a key that is the same for people with the same keys and values. */
export function personKey({ name, handle, url, image }: Person): string {
  return JSON.stringify([name, handle, url, image]);
}

/** Returns the part of a name that identifies somebody: of a URL or an email address, only one part. */
function identifyingPart(name: string): string {
  const [, localPart] = /^([^\s@]+)@[^\s@]+$/.exec(name) ?? [];
  const [, lastSegment] = /^https?:\/\/(?:\S*\/)?([^\s/]+)\/*$/i.exec(name) ?? [];
  return localPart ?? lastSegment ?? name;
}

/** The number of numbered ids to try before accepting one that is similar to another person. */
const MAX_NUMBERED = 9;

/**
 * Returns an id from the handle or the name of a person, with a number if necessary. It is not the id of
 * anybody else and, if possible, not similar to the string of another person.
 */
export function unusedId(
  { name, handle }: Person,
  used: { has(id: string): boolean },
  findSimilarText: (id: string) => string | undefined = () => undefined,
): string {
  const slugs = [handle, name].flatMap((text) => slug(identifyingPart(text ?? '')) || []);
  const [first = 'person'] = slugs;
  const numbered = Array.from({ length: MAX_NUMBERED }, (_, index) => `${first}-${index + 2}`);
  const unambiguous = [first, ...slugs, ...numbered].find(
    (id) => !used.has(id) && findSimilarText(id) === undefined,
  );
  if (unambiguous !== undefined) return unambiguous;
  let id = first;
  for (let count = 2; used.has(id); count += 1) id = `${first}-${count}`;
  return id;
}
