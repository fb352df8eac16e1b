import { wordingOf } from '../../diagnostics/report.ts';
import { reportUrl } from '../../diagnostics/report-url.ts';
import { addressOf } from '../../model/address.ts';
import { forgeHandle } from '../../model/forge-handle.ts';
import { parsePerson } from '../../model/parse-person.ts';
import { personText } from '../../model/person-text.ts';
import { projectFromUrl } from '../../model/project-from-url.ts';
import { lacksScheme } from '../../text/url-scheme.ts';
import type { Page, Person } from '../../types.ts';
import { UsageError } from '../usage-error.ts';
import { KnownPeople, linksToOtherHost } from './known-people.ts';

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
 * @throws {UsageError} if an option does not fit, or if a URL cannot work
 */
export function newCredit(what: string, options: CreditOptions, page: Page): NewCredit {
  const { name, url, by, description } = options;
  if (url !== undefined) checkUrl(url, '--url');
  const known = new KnownPeople(page);
  const text = what.trim();
  const isId = Object.hasOwn(page.people ?? {}, text);
  const address = isId ? undefined : urlIn(text);
  if (address !== undefined) checkUrl(address, `"${text}"`);
  const person = isId ? page.people?.[text] : personIn(text, address);
  if (person) {
    if (by) {
      const help = 'remove "--by", or add the name of a project instead of a person';
      throw new UsageError('--by cannot be used with a person', help);
    }
    const full = name === undefined ? person : { ...person, name };
    const profile = linksToOtherHost(person.handle, address, page) ? address : undefined;
    return withoutAbsent({
      person: known.idOf(full) ?? personText(full),
      url: url ?? profile,
      description,
    });
  }
  if (name === undefined && address !== undefined && /^mailto:/i.test(address))
    throw new UsageError(`"${text}" has no name`, 'pass one with --name');
  const project = address === undefined ? undefined : projectFromUrl(new URL(address));
  const owner = linksToOtherHost(project?.owner, address, page) ? undefined : project?.owner;
  const people = (by ?? (owner ? [`@${owner}`] : [])).map(
    (each) => known.idOf(parsePerson(each)) ?? each,
  );
  const distinct = [...new Set(people)];
  return withoutAbsent({
    name: name ?? (project?.name || text),
    url: url ?? address,
    by: distinct.length > 1 ? distinct : distinct[0],
    description,
  });
}

/** Any URL with slashes, and those that people pass without. Others are names, such as `std::list`. */
const URL_WITH_SCHEME = /^(?:[a-z][a-z\d+.-]*:\/\/|(?:mailto|javascript|data|vbscript|file):\S)/i;

/** A host and a path, or a host that can only be one. `socket.io` and `Next.js/React` are names. */
const WITHOUT_SCHEME = /^(?:www\.\S+|[a-z\d.-]+\/\S*)$/;

/** Returns the URL that an argument is, or `undefined` if it is none. */
function urlIn(text: string): string | undefined {
  // Forges offer `git@host:owner/name.git` and `ssh://` to clone a repository.
  if (/^(?:git@\S+:|(?:git|ssh|git\+\w+):\/\/)/.test(text)) return addressOf(text)?.url ?? text;
  if (URL_WITH_SCHEME.test(text)) return text;
  return WITHOUT_SCHEME.test(text) && lacksScheme(text) ? `https://${text}` : undefined;
}

/** @throws {UsageError} if a URL has a forbidden scheme, lacks its scheme or cannot work */
function checkUrl(url: string, source: string): void {
  reportUrl(
    url,
    () => ({ start: 0, end: url.length }),
    (code, _, args) => {
      const { message, help } = wordingOf(code, args);
      throw new UsageError(`${source}: ${message}`, help);
    },
  );
  if (source !== '--url' && !URL.canParse(url))
    throw new UsageError(`"${url}" is not a URL`, 'pass its name, and the URL with --url');
}

/** Returns the person that an argument names, or `undefined` if it names none. */
function personIn(text: string, address: string | undefined): Person | undefined {
  if (address !== undefined) {
    const handle = forgeHandle(address);
    return handle === undefined ? undefined : { handle, url: address };
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
