/**
 * Shapes define what a source may contain. A shape reads a YAML node into a typed value, reports its
 * problems, and returns its JSON Schema, so that the checks, the types and the schema have a single
 * definition.
 *
 * A schema library is not an alternative: it validates values, which have lost their positions and whether
 * a scalar was quoted.
 */
import type { Node } from '../source/nodes.ts';
import type { Scope } from './scope.ts';

export type JsonSchema = { [keyword: string]: unknown };

export interface Shape<T> {
  /** The name of the kind of value, with its article: "a list of credits". */
  noun: string;
  /** Returns the value of a node, or `undefined` if the node is invalid, which is reported. */
  read(node: Node, scope: Scope): T | undefined;
  /** Returns the JSON Schema; named shapes are added to `definitions`. */
  schema(definitions: Record<string, JsonSchema>): JsonSchema;
}

/** A shape with a definition of its own in the schema. It is made on first use. */
export function named<T>(name: string, noun: string, make: () => Shape<T>): Shape<T> {
  let made: Shape<T> | undefined;
  const shape = () => {
    made ??= make();
    return made;
  };
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
  schema?(schema: JsonSchema, definitions: Record<string, JsonSchema>): JsonSchema;
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
      return schema ? schema(base, definitions) : base;
    },
  };
}
