/** Snippets: what editors insert for a whole value. */
import { ifThen } from './if-then.ts';
import type { JsonSchema } from './shape.ts';

/** Returns the keyword for a snippet. `body` is JSON with tab stops `$1`, `$2`. */
export function snippet(label: string, body: object): JsonSchema {
  const description = 'Inserts the usual keys.';
  return { defaultSnippets: [{ label, description, body }] };
}

/**
 * Returns a schema that accepts all values, with which editors suggest a snippet for a map while it has no
 * other keys. They do not suggest it in place of a value, where they would insert lines with wrong indentation.
 */
export function mapSnippet(label: string, body: object): JsonSchema {
  const pattern = `^(${Object.keys(body).join('|')}|)$`;
  return ifThen(
    // A new item of a list is null.
    { type: ['object', 'null'], propertyNames: { pattern } },
    { type: 'object', ...snippet(label, body) },
  );
}
