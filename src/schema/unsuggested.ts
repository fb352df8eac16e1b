import type { JsonSchema } from './shape.ts';

/**
 * Returns a schema whose values editors do not suggest, such as `null` for a name that starts with an
 * n. They ignore keywords beside an `if`.
 */
export function unsuggested(schema: JsonSchema): JsonSchema {
  return { if: false, else: schema };
}

/** Returns the schema of the value of a key that editors already suggest for another reason. */
export function unsuggestedKey(schema: JsonSchema): JsonSchema {
  return { ...schema, doNotSuggest: true };
}
