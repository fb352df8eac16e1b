/** The keys of a map: how the value of each is read, and what editors show and insert. */
import type { JsonSchema, Shape } from './shape.ts';
import { snippet } from './snippets.ts';
import { unsuggested } from './unsuggested.ts';

type Infer<S> = S extends Shape<infer T> ? T : never;

export interface Field<T = unknown, Required extends boolean = boolean> {
  shape: Shape<T>;
  /** One sentence, which editors show. */
  description: string;
  required: Required;
  /** The value if the key is absent. */
  default?: T;
  /** Wrong names of the key for which it is suggested: in lowercase, without `-` and `_`. */
  alias?: readonly string[];
  /** What an editor inserts after the key, as JSON with tab stops `$1`, `$2`. */
  snippet?: object;
}

export type Fields = Record<string, Field>;

type Simplify<T> = { [K in keyof T]: T[K] };

/** The type of the map that has these fields. */
export type InferFields<F extends Fields> = Simplify<
  { [K in keyof F as F[K]['required'] extends true ? K : never]: Infer<F[K]['shape']> } & {
    [K in keyof F as F[K]['required'] extends true ? never : K]?: Infer<F[K]['shape']>;
  }
>;

type FieldExtras<T> = Pick<Field<NoInfer<T>>, 'default' | 'alias' | 'snippet'>;

type DefineField<Required extends boolean> = <T>(
  shape: Shape<T>,
  description: string,
  extras?: FieldExtras<T>,
) => Field<T, Required>;

export const optional: DefineField<false> = (shape, description, extras) => ({
  shape,
  description,
  required: false,
  ...extras,
});

export const required: DefineField<true> = (shape, description, extras) => ({
  shape,
  description,
  required: true,
  ...extras,
});

/** Returns the schema of the value of a key, with the description of the key. */
export function fieldSchema(
  { shape, description, snippet: body, ...field }: Field,
  mayBeBlank: boolean,
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  const value: JsonSchema = {
    ...described(shape.schema(definitions), description),
    ...(field.default !== undefined && { default: field.default }),
  };
  const schema = mayBeBlank ? nullable(value, Boolean(body)) : value;
  return {
    // Draft 7 ignores keywords beside a `$ref`.
    ...('$ref' in schema ? { allOf: [schema] } : schema),
    description,
    ...(body && snippet(shape.noun, body)),
  };
}

/** Returns a schema with a description of the values that editors suggest, unless each has its own. */
function described(schema: JsonSchema, description: string): JsonSchema {
  const { anyOf, enumDescriptions } = schema;
  if (Array.isArray(anyOf)) {
    return { ...schema, anyOf: anyOf.map((each) => described(each, description)) };
  }
  const isListed = ('enum' in schema || 'const' in schema) && !enumDescriptions;
  return isListed ? { ...schema, description } : schema;
}

/**
 * Returns a schema that also accepts a key without a value, as the reader does.
 *
 * @param apart whether the schema of the value stays separate. Otherwise, editors insert the keys with
 *   a default instead of the snippet.
 */
function nullable(schema: JsonSchema, apart: boolean): JsonSchema {
  if (takesNull(schema)) return schema;
  const { type, anyOf, allOf = [], ...rest } = schema;
  if (!apart && (type === 'object' || type === 'array')) {
    // With the type beside the keys, editors suggest `null`.
    return { ...rest, allOf: [...(allOf as JsonSchema[]), unsuggested({ type: [type, 'null'] })] };
  }
  const blank = unsuggested({ type: 'null' });
  return Array.isArray(anyOf)
    ? { ...schema, anyOf: [...anyOf, blank] }
    : { anyOf: [schema, blank] };
}

function takesNull({ type, anyOf, allOf, else: other }: JsonSchema): boolean {
  const inner = [anyOf, allOf, other].flat().filter(Boolean) as JsonSchema[];
  return [type].flat().includes('null') || inner.some(takesNull);
}
