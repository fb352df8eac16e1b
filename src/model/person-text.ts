import type { Person } from '../types.ts';

/** Returns a person as a source names them in a string: `Ada Lovelace (@ada)`. */
export function personText({ name, handle }: Person): string {
  if (handle === undefined) return name as string;
  return name === undefined ? `@${handle}` : `${name} (@${handle})`;
}

/** Returns the name of a person, or otherwise the handle. */
export function personName({ name, handle }: Person): string {
  return name ?? `@${handle}`;
}
