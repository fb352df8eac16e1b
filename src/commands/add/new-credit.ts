import { addressOf } from '../../model/address.ts';
import { forgeHandle } from '../../model/forge-handle.ts';
import { parsePerson } from '../../model/parse-person.ts';
import { projectFromUrl } from '../../model/project-from-url.ts';
import type { Page, Person } from '../../types.ts';
import { UsageError } from '../usage-error.ts';
import { KnownPeople, personText } from './known-people.ts';

/** A credit as it is written in a source. */
export type NewCredit = { [key in 'name' | 'person' | 'url' | 'description']?: string } & {
  by?: string | readonly string[];
};

/** The options that describe a credit. */
export interface CreditOptions {
  name?: string;
  url?: string;
  by?: readonly string[];
  description?: string;
}

/**
 * Returns the credit that an argument names: a person (an id of `people`, `@ada` or `Ada (@ada)`), a URL,
 * or a name.
 *
 * @throws {UsageError} if an option does not fit
 */
export function newCredit(what: string, options: CreditOptions, page: Page): NewCredit {
  const { name, url, by, description } = options;
  const known = new KnownPeople(page);
  const given = what.trim();
  // Forges offer `git@host:owner/name.git` to clone a repository.
  const text = (/^git@\S+:/.test(given) && addressOf(given)?.url) || given;
  const person = personIn(text, page);
  if (person) {
    if (by) {
      const help = 'remove "--by", or add the name of a project instead of a person';
      throw new UsageError('--by cannot be used with a person', help);
    }
    const full = name === undefined ? person : { ...person, name };
    return withoutAbsent({ person: known.idOf(full) ?? personText(full), url, description });
  }
  const address = /^https?:\/\//i.test(text) && URL.canParse(text) ? new URL(text) : undefined;
  const project = address && projectFromUrl(address);
  const people = (by ?? (project?.owner ? [`@${project.owner}`] : [])).map(
    (each) => known.idOf(parsePerson(each)) ?? each,
  );
  return withoutAbsent({
    name: name ?? project?.name ?? text,
    url: url ?? (address && text),
    by: people.length > 1 ? people : people[0],
    description,
  });
}

/** Returns the person that an argument names, or `undefined` if it names none. */
function personIn(text: string, { people = {} }: Page): Person | undefined {
  if (Object.hasOwn(people, text)) return people[text];
  if (/^https?:\/\//i.test(text)) {
    const handle = forgeHandle(text);
    return handle === undefined ? undefined : { handle, url: text };
  }
  // `@x/y` is the name of a package.
  const person = parsePerson(text);
  return person.handle === undefined || person.handle.includes('/') ? undefined : person;
}

function withoutAbsent(
  credit: { [key in keyof NewCredit]: NewCredit[key] | undefined },
): NewCredit {
  const present = Object.entries(credit).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present);
}
