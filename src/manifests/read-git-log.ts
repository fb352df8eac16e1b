import { withoutAccentsAndCase } from '../text/without-accents-and-case.ts';
import { handleFromEmail } from './handle-from-email.ts';
import { type Contact, isBot } from './is-bot.ts';
import type { Dependency, Manifest } from './manifest.ts';
import { presentValues } from './manifest-values.ts';

/** Before the author of a commit. The other lines are its co-authors. */
const AUTHOR = '\x1f';

/**
 * The arguments of Git for a line for each author and co-author, those of the oldest commit first:
 * `Ada <ada@example.org>`. Options that a user can set are set, as they would change the lines.
 */
export const GIT_LOG = [
  ...['log.showSignature=false', 'trailer.separators=:', 'mailmap.file='].flatMap((each) => [
    '-c',
    each,
  ]),
  ...[
    'log',
    '--reverse',
    '--use-mailmap',
    '--no-patch',
    '--no-color',
    '--no-decorate',
    '--no-notes',
  ],
  '--encoding=UTF-8',
  '--format=%x1f%aN <%aE>%n%(trailers:key=Co-authored-by,valueonly,unfold)',
];

/** Returns the co-authors in lines of `git log`, which Git itself does not look up in `.mailmap`. */
export function coAuthorsIn(lines: ReadonlySet<string>): string[] {
  const contacts = [...lines].filter((line) => !line.startsWith(AUTHOR)).flatMap(contactsIn);
  return [...new Set(contacts)].filter((contact) => contact.endsWith('>'));
}

/**
 * Reads the people in the history, in the order of their first contributions, without bots and AI
 * assistants. Who has the same address, handle or name (without accents and case) is one person.
 *
 * @param lines of `git log` with the arguments above
 * @param mapped what `.mailmap` makes of co-authors, by what they are in the lines
 */
export function readGitLog(
  lines: ReadonlySet<string>,
  mapped: ReadonlyMap<string, string> = new Map(),
): Manifest {
  const people = new Set<Identity>();
  const byKey = new Map<string, Identity>();
  let order = 0;
  for (const line of lines) {
    const isAuthor = line.startsWith(AUTHOR);
    for (const text of isAuthor ? [line.slice(1)] : contactsIn(line)) {
      const contact = parseContact((!isAuthor && mapped.get(text)) || text);
      if (isBot(contact)) continue;
      const identity = identityOf(contact, isAuthor, order++);
      const same = new Set([...identity.keys].flatMap((key) => byKey.get(key) ?? []));
      const [first = identity, ...others] = [...same].sort((a, b) => a.order - b.order);
      for (const other of first === identity ? [] : [...others, identity]) {
        merge(first, other);
        people.delete(other);
      }
      people.add(first);
      for (const key of first.keys) byKey.set(key, first);
    }
  }
  const sorted = [...people].sort((a, b) => a.order - b.order);
  return { dependencies: sorted.flatMap((each) => personOf(each) ?? []), groups: [] };
}

/** A person, under all names and handles. */
interface Identity {
  /** Increases with the first contribution. */
  order: number;
  /** What else belongs to the same person if it has one of them. */
  keys: Set<string>;
  names: string[];
  /** Names that others have written in messages of commits. */
  coAuthorNames: string[];
  handles: string[];
}

/** Addresses that people have in common. */
const SHARED = /^(?:you@example\.com|root@localhost.*|no-?reply@.*|none@none|unknown|\(none\))?$/i;

function identityOf({ name, email }: Contact, isAuthor: boolean, order: number): Identity {
  const handle = /^@([^@\s]+)$/.exec(name)?.[1] ?? handleFromEmail(email);
  // A name that is an address is not shown.
  const shown = name.startsWith('@') ? '' : (/^([^@\s]+)@\S+$/.exec(name)?.[1] ?? name);
  const keys = [
    SHARED.test(email) ? '' : `<${email.toLowerCase()}>`,
    handle === undefined ? '' : `@${handle.toLowerCase()}`,
    withoutAccentsAndCase(shown).replace(/[\s.]+/g, ' '),
  ];
  const names = shown === '' ? [] : [shown];
  return {
    order,
    keys: new Set(keys.filter((key) => key !== '')),
    names: isAuthor ? names : [],
    coAuthorNames: isAuthor ? [] : names,
    handles: handle === undefined ? [] : [handle],
  };
}

/** Adds the other names of a person; the last of each list is the current one. */
function merge(into: Identity, { keys, names, coAuthorNames, handles }: Identity): void {
  for (const key of keys) into.keys.add(key);
  into.names.push(...names);
  into.coAuthorNames.push(...coAuthorNames);
  into.handles.push(...handles);
}

function personOf({ names, coAuthorNames, handles }: Identity): Dependency | undefined {
  const handle = handles.at(-1);
  const own = names.length > 0 ? names : coAuthorNames;
  // A full name says more than a login.
  const name = own.findLast((each) => /\S\s+\S/.test(each)) ?? own.at(-1);
  const isLogin = handle !== undefined && name?.toLowerCase() === handle.toLowerCase();
  const main = name === undefined || isLogin ? handle && `@${handle}` : name;
  if (main === undefined) return;
  const others = [...names, ...coAuthorNames, ...handles.map((each) => `@${each}`)];
  const aliases = [...new Set(others)].filter((each) => each !== main);
  return presentValues({
    name: main,
    aliases: aliases.length > 0 ? aliases : undefined,
    kind: 'git',
    group: 'authors',
    people: [presentValues({ name: isLogin ? undefined : name, handle })],
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
