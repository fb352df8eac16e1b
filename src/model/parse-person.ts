import type { Person } from '../types.ts';

/**
 * Parses `Ada Lovelace`, `Ada Lovelace (@ada)` or `@ada`. Any other parenthesis is part of the name.
 */
export function parsePerson(text: string): Person {
  const both = /^(.*\S) \(@([^()]+)\)$/u.exec(text);
  if (both) return { name: both[1] as string, handle: both[2] as string };
  return /^@[^@\s]/u.test(text) ? { handle: text.slice(1) } : { name: text };
}
