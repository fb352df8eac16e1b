import type { LintedSource } from './lint-rule.ts';
import { peopleIn, type WrittenPerson } from './people-in.ts';

/** Places where the same person is written out. */
export interface SamePerson {
  /** The first is an entry of `people`, if there is one. */
  written: WrittenPerson[];
  /** An earlier person with the same handle and another name, or with the same name and another handle. */
  conflict: WrittenPerson | undefined;
}

/** The maximum number of people with the same handle, or the same name, that others are compared with. */
const MAX_SIMILAR = 100;

/** Groups the people who are written out in a source. */
export function samePeople(source: LintedSource): SamePerson[] {
  const groups: SamePerson[] = [];
  const byKey = new Map<string, SamePerson[]>();
  for (const each of peopleIn(source).written) {
    const keys = keysOf(each);
    const similar = keys.flatMap((key) => byKey.get(key) ?? []);
    let group = similar.find(({ written }) => isSame(written[0] as WrittenPerson, each));
    if (group) group.written.push(each);
    else {
      group = { written: [each], conflict: similar.find(isConflictWith(each))?.written[0] };
      groups.push(group);
    }
    for (const key of keys) {
      const known = byKey.get(key) ?? [];
      byKey.set(key, known);
      if (known.length < MAX_SIMILAR && !known.includes(group)) known.push(group);
    }
  }
  return groups;
}

function keysOf({ person: { name, handle } }: WrittenPerson): string[] {
  return [
    ...(handle === undefined ? [] : [`@${handle.toLowerCase()}`]),
    ...(name === undefined ? [] : [` ${name}`]),
  ];
}

/** Whether two people with the same handle or the same name are the same. */
function isSame({ person: a }: WrittenPerson, { person: b }: WrittenPerson): boolean {
  const handles = compare(a.handle?.toLowerCase(), b.handle?.toLowerCase());
  const names = compare(a.name, b.name);
  if (handles === 'equal') return names !== 'different';
  return names === 'equal' && handles === 'unknown' && compare(a.url, b.url) !== 'different';
}

function isConflictWith(each: WrittenPerson): (group: SamePerson) => boolean {
  const { name, handle } = each.person;
  return ({ written: [first] }) => {
    const other = (first as WrittenPerson).person;
    const handles = compare(handle?.toLowerCase(), other.handle?.toLowerCase());
    const names = compare(name, other.name);
    return handles === 'equal'
      ? names === 'different'
      : handles === 'different' && names === 'equal';
  };
}

function compare(a: string | undefined, b: string | undefined): 'equal' | 'different' | 'unknown' {
  if (a === undefined || b === undefined) return 'unknown';
  return a === b ? 'equal' : 'different';
}
