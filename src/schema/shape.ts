/**
 * The vocabulary in which the files beside this one say what a source may hold. A shape reads a
 * YAML node into a typed value, reports all that is wrong with it, and describes itself as JSON
 * Schema, so that the checks, the types and the schema are one definition.
 *
 * A schema library would check values that have been made of the nodes, and know neither where
 * they were written nor how: `1.10` would be 1.1 by then.
 */
import { isMap, isScalar, isSeq, type Node, type Scalar, type YAMLMap } from 'yaml';
import type { Code } from '../diagnostics/codes.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type Range, type Report, wordingOf } from '../diagnostics/report.ts';
import { rangeOf } from '../source/source.ts';
import { entriesOf, isAbsent } from './map-entries.ts';
import type { Scope } from './scope.ts';

export type JsonSchema = { [keyword: string]: unknown };

export interface Shape<T> {
  /** What such a value is called, with its article: "a list of credits". */
  noun: string;
  /** Reads a node; nothing where it is wrong, and then it has been reported. */
  read(node: Node, scope: Scope): T | undefined;
  /** The JSON Schema; shapes that have a name are put into `definitions`. */
  schema(definitions: Record<string, JsonSchema>): JsonSchema;
}

type Infer<S> = S extends Shape<infer T> ? T : never;

export interface Field<T = unknown, Required extends boolean = boolean> {
  shape: Shape<T>;
  /** For the reader of the schema and of the README, in one sentence. */
  description: string;
  required: Required;
  /** What holds where the key is absent. */
  default?: T;
  /** Words that people try for this key. */
  alias?: readonly string[];
  /** What an editor writes after the key, as JSON with its cursor at `$1`, then at `$2`. */
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

/** The values that hold where the keys of a map are absent. */
export function defaultsOf<F extends Fields>(fields: F) {
  const entries = Object.entries(fields).map(([key, field]) => [key, field.default]);
  return Object.fromEntries(entries) as { [K in keyof F]: Infer<F[K]['shape']> };
}

type MisplacedCode = Code & ('page-key' | 'nested-credits' | 'frontmatter-key');

export interface MapOptions<F extends Fields = Fields> {
  /** Keys that are required because of what the map says. */
  needs?(value: Partial<InferFields<F>>): (keyof F & string)[];
  /** Keys that are wrong here for a reason worth telling, and the code that tells it. */
  misplaced?: Record<string, MisplacedCode>;
  /** Whether keys that are not among the fields pass. */
  open?: boolean;
  /** What a key with nothing after it is: as good as absent, or an error. */
  blank?: 'absent' | 'error';
  /** What an editor offers to write for a whole map; see `Field.snippet`. */
  snippet?: { [key in keyof F]?: unknown };
}

/** A map with known keys. */
export function map<F extends Fields>(
  noun: string,
  fields: F,
  { misplaced = {}, open = false, blank = 'absent', needs, snippet }: MapOptions<F> = {},
): Shape<InferFields<F>> {
  const known = Object.keys(fields);
  const needed = known.filter((key) => fields[key]?.required);
  const shown = needed.length > 0 ? needed : known.slice(0, 2);
  const example = `${noun}: a map such as {${shown.map((key) => `${key}: …`).join(', ')}}`;
  const aliases = new Map(
    known.flatMap((key) => (fields[key]?.alias ?? []).map((alias) => [alias, key] as const)),
  );

  /** Reports a key that is none of the fields, and returns the one that was probably meant. */
  function reportUnknown(key: string, range: Range, report: Report): string | undefined {
    const code = Object.hasOwn(misplaced, key) ? misplaced[key] : undefined;
    if (code) report(code, range, { key });
    if (code || open) return;
    const near = dashed(key) ?? aliases.get(key.toLowerCase()) ?? nearest(key, known);
    report('unknown-key', range, { key, noun, known, ...(near && { near }) });
    return near;
  }

  return {
    noun,
    read(node, scope) {
      const target = asMap(node, example, scope);
      if (!target) return;
      const value: Record<string, unknown> = {};
      scope.nodes.set(value, target);
      // Keys that are there without a value to show for it: because it is wrong, or is nothing.
      const present: string[] = [];
      const blanks: string[] = [];
      for (const { key, keyNode, value: item } of entriesOf(target, scope)) {
        const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
        if (!field) {
          const meant = reportUnknown(key, rangeOf(keyNode), scope.report);
          if (meant) present.push(meant);
        } else if (item && (blank === 'error' || !isAbsent(item))) {
          const read = field.shape.read(item, scope);
          if (read !== undefined) value[key] = read;
          else present.push(key);
        } else if (blank === 'error') {
          present.push(key);
          reportNothing(keyNode, field.shape.noun, scope);
        } else blanks.push(key);
      }
      const further = needs?.(value as Partial<InferFields<F>>);
      for (const key of further ? [...needed, ...further] : needed) {
        if (Object.hasOwn(value, key) || present.includes(key)) continue;
        scope.report('missing-key', rangeOf(target), { key, noun, blank: blanks.includes(key) });
      }
      return value as InferFields<F>;
    },
    schema(definitions) {
      return {
        type: 'object',
        properties: {
          ...Object.fromEntries(
            Object.entries(fields).map(([key, field]) => {
              // A required key with nothing after it is missing.
              const mayBeBlank = blank === 'absent' && !field.required;
              return [key, fieldSchema(field, mayBeBlank, definitions)];
            }),
          ),
          // A map that takes any key says so of those that it does not take.
          ...(open &&
            Object.fromEntries(
              Object.entries(misplaced).map(([key, code]) => [key, nothing(key, code)]),
            )),
        },
        ...(needed.length > 0 && { required: needed }),
        ...(!open && { additionalProperties: false }),
        ...(snippet && withSnippet(noun, snippet)),
      };
    },
  };
}

/** A key that was written right after a dash, as it was meant. */
function dashed(key: string): string | undefined {
  return /^-\w/.test(key) ? `- ${key.slice(1)}` : undefined;
}

/** The schema of what stands after a key, with the words of the key. */
function fieldSchema(
  { shape, description, snippet, ...field }: Field,
  mayBeBlank: boolean,
  definitions: Record<string, JsonSchema>,
): JsonSchema {
  const value: JsonSchema = {
    ...shape.schema(definitions),
    ...(field.default !== undefined && { default: field.default }),
  };
  const schema = mayBeBlank ? nullable(value, Boolean(snippet)) : value;
  return {
    // Beside a `$ref` draft 7 ignores all else.
    ...('$ref' in schema ? { allOf: [schema] } : schema),
    description,
    ...(snippet && withSnippet(shape.noun, snippet)),
  };
}

function withSnippet(label: string, body: object): JsonSchema {
  return { defaultSnippets: [{ label, body }] };
}

/**
 * A schema that takes a key with nothing after it, too, as the reader does.
 *
 * @param apart whether the value keeps a schema of its own: where editors see at once which keys a
 *   map has, they write those that have a default, and no snippet
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
 * A schema whose values editors do not suggest: they look for those everywhere but beside an `if`.
 * Nobody wants to be offered `null` for a name that starts with an n.
 */
export function unsuggested(schema: JsonSchema): JsonSchema {
  return { if: false, else: schema };
}

/** Of a key that does not belong here, and why. */
function nothing(key: string, code: MisplacedCode): JsonSchema {
  const { message, help } = wordingOf(code, { key });
  return { not: {}, description: `${message}: ${help}.`, doNotSuggest: true };
}

/** A map whose keys are the user's own. */
export function record<T>(
  noun: string,
  item: Shape<T>,
  { nullable = false } = {},
): Shape<Map<string, T>> {
  return {
    noun,
    read(node, scope) {
      const target = asMap(node, noun, scope);
      if (!target) return;
      const value = new Map<string, T>();
      for (const { key, keyNode, value: itemNode } of entriesOf(target, scope)) {
        const read =
          itemNode && (nullable || !isAbsent(itemNode))
            ? item.read(itemNode, scope)
            : reportNothing(keyNode, item.noun, scope);
        if (read !== undefined) value.set(key, read);
      }
      return value;
    },
    schema: (definitions) => ({
      type: 'object',
      additionalProperties: item.schema(definitions),
    }),
  };
}

export function list<T>(noun: string, item: Shape<T>): Shape<T[]> {
  return {
    noun,
    read(node, scope) {
      const target = scope.resolve(node);
      if (!isSeq(target)) return wrongType(node, noun, scope);
      const value: T[] = [];
      for (const itemNode of target.items as Node[]) {
        const read = isAbsent(itemNode)
          ? wrongType(itemNode, item.noun, scope)
          : item.read(itemNode, scope);
        if (read !== undefined) value.push(read);
      }
      return value;
    },
    schema: (definitions) => ({ type: 'array', items: item.schema(definitions) }),
  };
}

interface Kinds<S, M, L> {
  scalar?: Shape<S>;
  map?: Shape<M>;
  list?: Shape<L>;
}

/** One value, or a list of such; read as a list. */
export function oneOrMany<T>(noun: string, item: Shape<T>): Shape<T[]> {
  const many = list(noun, item);
  return {
    noun,
    read(node, scope) {
      if (isSeq(scope.resolve(node))) return many.read(node, scope);
      const one = item.read(node, scope);
      return one && [one];
    },
    schema: (definitions) => ({ anyOf: [item.schema(definitions), many.schema(definitions)] }),
  };
}

/** Different shapes for different kinds of YAML node. */
export function byKind<S = never, M = never, L = never>(
  noun: string,
  kinds: Kinds<S, M, L>,
): Shape<S | M | L> {
  return {
    noun,
    read(node, scope) {
      const target = scope.resolve(node);
      const shape = isScalar(target) ? kinds.scalar : isMap(target) ? kinds.map : kinds.list;
      return shape ? shape.read(node, scope) : wrongType(node, noun, scope);
    },
    schema: (definitions) => ({
      anyOf: Object.values(kinds).map((shape: Shape<unknown>) => shape.schema(definitions)),
    }),
  };
}

/**
 * The first of several shapes that fits. Where none does, the one is reported that came closest:
 * whose own kind was right.
 */
export function union<T>(noun: string, shapes: Shape<T>[]): Shape<T> {
  return {
    noun,
    read(node, scope) {
      const at = rangeOf(node).start;
      const attempts = [];
      for (const shape of shapes) {
        const reports: Parameters<Report>[] = [];
        const report = ((...args: Parameters<Report>) => reports.push(args)) as Report;
        const value = shape.read(node, { ...scope, report });
        if (reports.length === 0) return value;
        attempts.push(reports);
      }
      const close = attempts.filter((reports) =>
        reports.every(([code, range]) => code !== 'wrong-type' || range?.start !== at),
      );
      if (close.length !== 1) return wrongType(node, noun, scope);
      for (const args of close[0] as Parameters<Report>[]) scope.report(...args);
      return;
    },
    schema: (definitions) => ({ anyOf: shapes.map((shape) => shape.schema(definitions)) }),
  };
}

/** A shape under a name of its own in the schema; `shape` is asked for when it is first used. */
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

/** Reports that a node is not what was expected. */
export function wrongType(node: Node, expected: string, scope: Scope): undefined {
  const target = scope.resolve(node);
  const found = isMap(target)
    ? 'a map'
    : isSeq(target)
      ? 'a list'
      : isAbsent(target)
        ? 'nothing'
        : `"${shorten(String((target as Scalar).value))}"`;
  scope.report('wrong-type', rangeOf(node), { expected, found });
}

function reportNothing(key: Node, expected: string, scope: Scope): undefined {
  scope.report('wrong-type', rangeOf(key), { expected, found: 'nothing' });
}

function asMap(node: Node, noun: string, scope: Scope): YAMLMap | undefined {
  const target = scope.resolve(node);
  return isMap(target) ? target : wrongType(node, noun, scope);
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
