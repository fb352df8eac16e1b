/** JSON Schemas of maps, with snippets for editors. */
import { wordingOf } from '../diagnostics/report.ts';
import type { MapShape, MisplacedCode } from './read-nodes.ts';
import type { Field } from './shape.ts';

export type JsonSchema = { [keyword: string]: unknown };

type Definitions = Record<string, JsonSchema>;

export function mapSchema(shape: MapShape, definitions: Definitions): JsonSchema {
  const {
    noun,
    fields,
    required,
    misplaced = {},
    unknown = 'error',
    blank = 'absent',
    snippet,
  } = shape;
  const open = unknown !== 'error';
  const properties = Object.entries(fields).map(([key, field]) => {
    // A required key without a value is missing.
    const mayBeBlank = blank === 'absent' && !field.required;
    return [key, fieldSchema(field, mayBeBlank, definitions)];
  });
  // A map that accepts unknown keys has to list those that it rejects.
  const refused = Object.entries(misplaced).map(([key, code]) => [key, misplacedSchema(key, code)]);
  return {
    type: 'object',
    properties: Object.fromEntries([...properties, ...(open ? refused : [])]),
    ...(required.length > 0 && { required }),
    ...(!open && { additionalProperties: false }),
    ...(snippet && withSnippet(noun, snippet)),
  };
}

export function recordSchema(item: JsonSchema): JsonSchema {
  return { type: 'object', additionalProperties: item };
}

/** Returns the schema of the value of a key, with the description of the key. */
function fieldSchema(
  { shape, description, snippet, ...field }: Field,
  mayBeBlank: boolean,
  definitions: Definitions,
): JsonSchema {
  const value: JsonSchema = {
    ...shape.schema(definitions),
    ...(field.default !== undefined && { default: field.default }),
  };
  const schema = mayBeBlank ? nullable(value, Boolean(snippet)) : value;
  return {
    // Draft 7 ignores keywords beside a `$ref`.
    ...('$ref' in schema ? { allOf: [schema] } : schema),
    description,
    ...(snippet && withSnippet(shape.noun, snippet)),
  };
}

function withSnippet(label: string, body: object): JsonSchema {
  return { defaultSnippets: [{ label, body }] };
}

/**
 * Returns a schema that also accepts a key without a value, as the reader does.
 *
 * @param apart whether the schema of the value stays separate. Otherwise, editors insert the keys with
 *   a default instead of the snippet.
 */
function nullable(schema: JsonSchema, apart: boolean): JsonSchema {
  if (takesNull(schema)) return schema;
  const { type, anyOf } = schema;
  if (!apart && (type === 'object' || type === 'array')) return { ...schema, type: [type, 'null'] };
  const blank = unsuggested({ type: 'null' });
  return Array.isArray(anyOf)
    ? { ...schema, anyOf: [...anyOf, blank] }
    : { anyOf: [schema, blank] };
}

function takesNull({ type, anyOf, else: other }: JsonSchema): boolean {
  const inner = [anyOf, other].flat().filter(Boolean) as JsonSchema[];
  return [type].flat().includes('null') || inner.some(takesNull);
}

/**
 * Returns a schema whose values editors do not suggest, such as `null` for a name that starts with an
 * n. They ignore keywords beside an `if`.
 */
export function unsuggested(schema: JsonSchema): JsonSchema {
  return { if: false, else: schema };
}

/** Returns the schema of a key that belongs elsewhere. */
function misplacedSchema(key: string, code: MisplacedCode): JsonSchema {
  const { message, help } = wordingOf(code, { key });
  return { not: {}, description: `${message}: ${help}.`, doNotSuggest: true };
}
