import { page } from './page-shape.ts';
import type { JsonSchema } from './shape.ts';

/**
 * Returns the JSON Schema of a source, in the draft that most editors support.
 *
 * @see https://json-schema.org/draft-07
 */
export function jsonSchema(): JsonSchema {
  const definitions: Record<string, JsonSchema> = {};
  const root = page.schema(definitions);
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    description: 'A credits page, for starlight-credits.',
    ...root,
    definitions,
  };
}
