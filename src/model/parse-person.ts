import type { Person } from '../types.ts';

/**
 * Parses `Ada Lovelace`, `Ada Lovelace (@ada)` or `@ada`. Any other parenthesis is part of the name. A
 * URL in place of a handle is read as the handle in it.
 */
export function parsePerson(text: string): Person {
  const { name, handle } = splitPerson(text);
  if (handle === undefined) return { name: text };
  return { ...(name !== undefined && { name }), handle: handleInUrl(handle) ?? handle };
}

/** What probably separates several people in a string. It is read as a part of one name. */
export const BETWEEN_PEOPLE =
  /(?<!\s)\s*[,;/&+][\s,;/&+]*(?:(?:and|und|et|y)\s+)?|(?<!\s)\s+(?:and|und|et|y)\s+/;

/** Splits the text of a person into a name and a handle, as written. */
export function splitPerson(text: string): Person {
  if (!text.includes('@')) return { name: text };
  const both = /^(.*\S) \(@([^()]+)\)$/u.exec(text);
  if (both) return { name: both[1] as string, handle: both[2] as string };
  return /^@[^@\s]/u.test(text) ? { handle: text.slice(1) } : { name: text };
}

/** The first segments of profiles that are followed by the handle, as in `linkedin.com/in/ada`. */
const PREFIXES = /^(?:in|u|user|users|profile|people|members|~)$/i;

/** Returns the handle in the URL of a profile, or `undefined` if a text is not such a URL. */
export function handleInUrl(text: string): string | undefined {
  if (!text.includes('/')) return;
  const path = /^(?:https?:\/\/)?(?:[\w-]+\.)+[a-z]{2,}\/([^?#]+)/i.exec(text)?.[1];
  const [first, second] = path?.split('/').filter(Boolean) ?? [];
  const segment = first !== undefined && second && PREFIXES.test(first) ? second : first;
  return segment?.replace(/^[@~]/, '') || undefined;
}
