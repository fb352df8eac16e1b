import { forgeHandle } from '../model/forge-handle.ts';
import { recordOf } from '../text/json-values.ts';
import type { Person } from '../types.ts';
import { pageOf, presentValues, textOf } from './manifest-values.ts';
import { profileFromEmail } from './profile-from-email.ts';

/**
 * Reads a person in the metadata of a package: a map, or `Ada Lovelace <ada@example.org> (https://…)`,
 * of which each part may be absent. The address is only used for a handle.
 *
 * @returns `undefined` if there is neither a name nor a handle
 * @see https://docs.npmjs.com/cli/v11/configuring-npm/package-json#people-fields-author-contributors
 */
function readContact(value: unknown): Person | undefined {
  const { name, email, url, handle } = partsOf(value);
  // Names that are only an address, or the address of a page, are not names.
  const named = name && !/^(?!.*\s).[^@]*@.+\..|^https?:\/\//i.test(name) ? name : undefined;
  const profile =
    handle === undefined
      ? { handle: url && forgeHandle(url), url, ...profileFromEmail(email ?? '') }
      : { handle, url: `https://github.com/${handle}` };
  if (named === undefined && profile.handle === undefined) return;
  return presentValues({ name: named, ...profile });
}

interface Parts {
  name: string | undefined;
  email: string | undefined;
  url: string | undefined;
  handle?: string | undefined;
}

function partsOf(value: unknown): Parts {
  if (typeof value === 'string') {
    const [, name, email, url] =
      /^([^<>]*?)\s*(?:<([^<>]*)>)?\s*(?:\((https?:[^()]*)\))?\s*$/i.exec(
        value.trim().replace(/\s+/g, ' '),
      ) ?? [];
    return { name: textOf(name), email: textOf(email), url: pageOf(url) };
  }
  const contact = recordOf(value);
  return {
    name: textOf(contact.name),
    email: textOf(contact.email),
    url: pageOf(contact.url) ?? pageOf(contact.web),
    // The packages of DefinitelyTyped have it.
    handle: textOf(contact.githubUsername),
  };
}

/** Reads people, each once: several entries may be about the same person. */
export function readContacts(values: readonly unknown[]): Person[] {
  const people = new Map<string, Person>();
  for (const value of values) {
    const person = readContact(value);
    const key = person && (person.name ?? person.handle ?? '').toLowerCase();
    if (person && key && !people.has(key)) people.set(key, person);
  }
  return [...people.values()];
}
