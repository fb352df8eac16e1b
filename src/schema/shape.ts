/**
 * Shapes define what a source may contain. A shape reads a YAML node into a typed value, reports its
 * problems, and returns its JSON Schema, so that the checks, the types and the schema have a single
 * definition.
 *
 * A schema library is no alternative: it validates values, which have lost their positions and whether
 * a scalar was quoted.
 */
import type { Node } from '../source/nodes.ts';
import { type JsonSchema, mapSchema, recordSchema } from './map-schema.ts';
import {
  type MisplacedCode,
  readListNode,
  readMapNode,
  readRecordNode,
  readUnionNode,
  wrongType,
} from './read-nodes.ts';
import type { Scope } from './scope.ts';

export interface Shape<T> {
  /** The name of the kind of value, with its article: "a list of credits". */
  noun: string;
  /** Returns the value of a node, or `undefined` if the node is invalid, which is reported. */
  read(node: Node, scope: Scope): T | undefined;
  /** Returns the JSON Schema; named shapes are added to `definitions`. */
  schema(definitions: Record<string, JsonSchema>): JsonSchema;
}

type Infer<S> = S extends Shape<infer T> ? T : never;

export interface Field<T = unknown, Required extends boolean = boolean> {
  shape: Shape<T>;
  /** One sentence, which editors show. */
  description: string;
  required: Required;
  /** The value if the key is absent. */
  default?: T;
  /** Wrong names of the key, in lowercase, for which it is suggested. */
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

export function optional<T>(
  shape: Shape<T>,
  description: string,
  extras: FieldExtras<T> = {},
): Field<T, false> {
  return { shape, description, required: false, ...extras } as Field<T, false>;
}

export function required<T>(
  shape: Shape<T>,
  description: string,
  extras: FieldExtras<T> = {},
): Field<T, true> {
  return { shape, description, required: true, ...extras } as Field<T, true>;
}

export interface MapOptions<F extends Fields = Fields> {
  /** Returns the keys that are required because of the values of other keys. */
  needs?(value: Partial<InferFields<F>>): (keyof F & string)[];
  /** Keys that belong elsewhere, and the diagnostic that says where. */
  misplaced?: Record<string, MisplacedCode>;
  /**
   * Whether an unknown key is an error, a warning, or accepted. `warning` is for the maps of Starlight,
   * as a newer version may know the key.
   */
  unknown?: 'error' | 'warning' | 'accept';
  /** Whether a key without a value counts as absent or is an error. */
  blank?: 'absent' | 'error';
  /** What an editor inserts for a whole map; see `Field.snippet`. */
  snippet?: { [key in keyof F]?: unknown };
}

/** A map with known keys. */
export function map<F extends Fields>(
  noun: string,
  fields: F,
  options: MapOptions<F> = {},
): Shape<InferFields<F>> {
  const required = Object.keys(fields).filter((key) => fields[key]?.required);
  const shape = { noun, fields, required, ...options };
  return {
    noun,
    read: (node, scope) => readMapNode(node, shape as never, scope) as InferFields<F> | undefined,
    schema: (definitions) => mapSchema(shape as never, definitions),
  };
}

/** A map with any keys. */
export function record<T>(
  noun: string,
  item: Shape<T>,
  { nullable = false } = {},
): Shape<Map<string, T>> {
  return {
    noun,
    read: (node, scope) => readRecordNode(node, noun, item, nullable, scope),
    schema: (definitions) => recordSchema(item.schema(definitions)),
  };
}

export function list<T>(noun: string, item: Shape<T>): Shape<T[]> {
  return {
    noun,
    read: (node, scope) => readListNode(node, noun, item, scope),
    schema: (definitions) => ({ type: 'array', items: item.schema(definitions) }),
  };
}

/** One value or a list of values, read as a list. */
export function oneOrMany<T>(noun: string, item: Shape<T>): Shape<T[]> {
  const many = list(noun, item);
  return {
    noun,
    read(node, scope) {
      if (node.kind === 'list') return many.read(node, scope);
      const one = item.read(node, scope);
      return one && [one];
    },
    schema: (definitions) => ({ anyOf: [item.schema(definitions), many.schema(definitions)] }),
  };
}

interface Kinds<S, M, L> {
  scalar?: Shape<S>;
  map?: Shape<M>;
  list?: Shape<L>;
}

/** A shape for each kind of node. */
export function byKind<S = never, M = never, L = never>(
  noun: string,
  kinds: Kinds<S, M, L>,
): Shape<S | M | L> {
  return {
    noun,
    read(node, scope) {
      const shape: Shape<S | M | L> | undefined = kinds[node.kind];
      return shape ? shape.read(node, scope) : wrongType(node, noun, scope);
    },
    schema: (definitions) => ({
      anyOf: Object.values(kinds).map((shape: Shape<unknown>) => shape.schema(definitions)),
    }),
  };
}

/**
 * The first of several shapes that reads a node without errors. If none does, the errors of the shape
 * that comes closest are reported.
 */
export function union<T>(noun: string, shapes: Shape<T>[]): Shape<T> {
  return {
    noun,
    read: (node, scope) => readUnionNode(node, noun, shapes, scope),
    schema: (definitions) => ({ anyOf: shapes.map((shape) => shape.schema(definitions)) }),
  };
}

/** A shape with a definition of its own in the schema. `shape` is called on first use. */
export function named<T>(name: string, noun: string, shape: () => Shape<T>): Shape<T> {
  return {
    noun,
    read: (node, scope) => shape().read(node, scope),
    schema(definitions) {
      if (!definitions[name]) {
        definitions[name] = {};
        definitions[name] = shape().schema(definitions);
      }
      return { $ref: `#/definitions/${name}` };
    },
  };
}

interface Refinement<T, U> {
  noun?: string;
  /** Reads a node; `read` is the reader of the shape that is refined. */
  read?(node: Node, scope: Scope, read: Shape<T>['read']): U | undefined;
  /** Returns the JSON Schema, given that of the shape that is refined. */
  schema?(schema: JsonSchema): JsonSchema;
}

/** A shape that accepts fewer values than another one, or converts them. */
export function refine<T, U = T>(shape: Shape<T>, refinement: Refinement<T, U>): Shape<U> {
  const { noun = shape.noun, read, schema } = refinement;
  return {
    noun,
    read: (node, scope) =>
      read ? read(node, scope, shape.read) : (shape.read(node, scope) as unknown as U),
    schema: (definitions) => {
      const base = shape.schema(definitions);
      return schema ? schema(base) : base;
    },
  };
}
