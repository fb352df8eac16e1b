/** Values of unknown files, as the type that is expected. */

/** Returns a value without the spaces around it if it is a string that says something. */
export function textOf(value: unknown): string | undefined {
  if (typeof value !== 'string') return;
  const text = value.trim();
  // What SPDX writes for "unknown" and "there is none".
  return text === '' || text === 'NOASSERTION' || text === 'NONE' ? undefined : text;
}

/** Returns a value if it is the URL of a page. */
export function pageOf(value: unknown): string | undefined {
  const text = textOf(value);
  return text !== undefined && /^https?:\/\//i.test(text) && URL.canParse(text) ? text : undefined;
}

/** An object without the keys whose values are `undefined`. */
export type Present<T> = { [key in keyof T]: Exclude<T[key], undefined> };

/** Returns an object without the keys whose values are `undefined`. */
export function presentValues<T extends object>(values: T): Present<T> {
  const present = Object.entries(values).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as Present<T>;
}
