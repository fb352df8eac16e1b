import { withoutAccentsAndCase } from '../text/without-accents-and-case.ts';
import type { Person } from '../types.ts';
import { type Contact, isBot } from './is-bot.ts';
import type { Dependency, Manifest } from './manifest.ts';
import { presentValues } from './manifest-values.ts';
import { profileFromEmail } from './profile-from-email.ts';

/** Between the author of a commit and its co-authors. */
const SEPARATOR = '\x1f';

/**
 * The arguments of Git for a line for each commit, the oldest first, with its author and co-authors. They
 * set what a user could set otherwise.
 */
export const GIT_LOG = [
  ...['log.showSignature=false', 'trailer.separators=:'].flatMap((each) => ['-c', each]),
  ...[
    'log',
    '--reverse',
    '--no-use-mailmap',
    '--no-patch',
    '--no-color',
    '--no-decorate',
    '--no-notes',
  ],
  '--encoding=UTF-8',
  '--format=%an <%ae>%x1f%(trailers:key=Co-authored-by,valueonly,unfold,separator=%x1f)',
];

/** Returns the authors and co-authors in lines of `git log` that have an address. */
export function contactsInLog(lines: ReadonlySet<string>): string[] {
  const people = [...lines].flatMap((line) => line.split(SEPARATOR).flatMap(contactsIn));
  return [...new Set(people)].filter((each) => each.endsWith('>'));
}

/**
 * Reads the people in the history, in the order of their first contributions, without bots and AI
 * assistants. Authors with the same address, handle or name (without accents and case) are one person.
 *
 * @param lines of `git log` with the arguments above
 * @param mapped people as `.mailmap` has them, by their text in the lines
 */
export function readGitLog(
  lines: ReadonlySet<string>,
  mapped: ReadonlyMap<string, string> = new Map(),
): Manifest {
  const identities: Identity[] = [];
  /** By identity, an earlier one of the same person, or itself for the first one. */
  const earlier: number[] = [];
  const firstOf = (at: number): number => {
    let first = at;
    while (earlier[first] !== first) first = earlier[first] as number;
    // The next search is shorter.
    earlier[at] = first;
    return first;
  };
  const byKey = new Map<string, number>();
  const [authors, coAuthors] = [new Set<string>(), new Set<string>()];
  for (const line of lines) {
    const [author = '', ...others] = line.split(SEPARATOR).flatMap(contactsIn);
    for (const text of [author, ...others]) {
      const isAuthor = text === author;
      const known = isAuthor ? authors : coAuthors;
      if (known.has(text)) continue;
      known.add(text);
      const written = parseContact(text);
      const other = mapped.get(text);
      const contact = other === undefined ? written : parseContact(other);
      if (isBot(contact)) continue;
      // A mailmap replaces addresses of forges, which contain handles.
      const identity = identityOf(contact, isAuthor, profileFromEmail(written.email));
      let first = identities.push(identity) - 1;
      earlier.push(first);
      for (const key of keysOf(identity, contact)) {
        const same = byKey.get(key);
        if (same === undefined) byKey.set(key, first);
        else {
          const [low, high] = [firstOf(same), first].sort((a, b) => a - b) as [number, number];
          earlier[high] = low;
          first = low;
        }
      }
    }
  }
  const people = new Map<number, Identity[]>();
  identities.forEach((identity, at) => {
    const first = firstOf(at);
    const same = people.get(first);
    if (same) same.push(identity);
    else people.set(first, [identity]);
  });
  const dependencies = [...people.values()].flatMap((each) => personOf(each) ?? []);
  return { dependencies, groups: [] };
}

/** What a line says about a person. */
interface Identity extends Person {
  /** Otherwise, somebody else has written it in the message of a commit. */
  isAuthor: boolean;
}

/** Addresses that people have in common. */
const SHARED = /^(?:you@example\.com|root@localhost.*|no-?reply@.*|none@none|unknown|\(none\))?$/i;

function identityOf({ name, email }: Contact, isAuthor: boolean, former: Person): Identity {
  const handle = /^@([^@\s]+)$/.exec(name)?.[1];
  const account = handle === undefined ? { ...former, ...profileFromEmail(email) } : { handle };
  // A name that is an address is not shown.
  const shown = name.startsWith('@') ? '' : (/^([^@\s]+)@\S+$/.exec(name)?.[1] ?? name);
  return { ...account, ...(shown !== '' && { name: shown }), isAuthor };
}

/** Returns what else belongs to the same person if it has one of them. */
function keysOf({ name, handle }: Identity, { email }: Contact): string[] {
  const keys = name === undefined ? [] : [withoutAccentsAndCase(name).replace(/[\s.]+/g, ' ')];
  if (!SHARED.test(email)) keys.push(`<${email.toLowerCase()}>`);
  if (handle !== undefined) keys.push(`@${handle.toLowerCase()}`);
  return keys;
}

/** Returns a person. The last name and handle are the current ones. */
function personOf(identities: readonly Identity[]): Dependency | undefined {
  const handles = identities.flatMap(({ handle }) => handle ?? []);
  const { handle, url } = identities.findLast((each) => each.handle !== undefined) ?? {};
  const namesIn = (from: readonly Identity[]) => from.flatMap(({ name }) => name ?? []);
  const authors = namesIn(identities.filter(({ isAuthor }) => isAuthor));
  const coAuthors = namesIn(identities.filter(({ isAuthor }) => !isAuthor));
  const own = authors.length > 0 ? authors : coAuthors;
  // A full name says more than a login.
  const name = own.findLast((each) => /\S\s+\S/.test(each)) ?? own.at(-1);
  const isLogin = handle !== undefined && name?.toLowerCase() === handle.toLowerCase();
  const displayName = name === undefined || isLogin ? handle && `@${handle}` : name;
  if (displayName === undefined) return;
  const others = new Set([...authors, ...coAuthors, ...handles.map((each) => `@${each}`)]);
  others.delete(displayName);
  return presentValues({
    name: displayName,
    aliases: others.size > 0 ? [...others] : undefined,
    kind: 'git',
    group: 'authors',
    people: [presentValues({ name: isLogin ? undefined : name, handle, url })],
  });
}

/** Returns the people in the line of a co-author: some write several into one. */
function contactsIn(line: string): string[] {
  return line
    .split(/(?<=>)[\s,;&]*/)
    .map((each) => each.trim())
    .filter(Boolean);
}

function parseContact(text: string): Contact {
  const [, name = text, email = ''] = /^([^<>]*)<([^<>]*)>$/.exec(text) ?? [];
  return { name: name.trim().replace(/^"(.*)"$/, '$1'), email: email.trim() };
}
