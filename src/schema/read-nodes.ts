/** Reads collections, and reports unknown and missing keys and wrong types. */
import { type Code, codes } from '../diagnostics/codes.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { Range, Report } from '../diagnostics/report.ts';
import { isAbsent, type Node, targetOf } from '../source/nodes.ts';
import type { Scope } from './scope.ts';
import type { Fields, MapOptions, Shape } from './shape.ts';

/** Diagnostics of keys that belong elsewhere. */
export type MisplacedCode = Code & ('page-key' | 'nested-credits' | 'frontmatter-key');

/** A map with known keys. */
export interface MapShape extends MapOptions {
  noun: string;
  fields: Fields;
  required: readonly string[];
}

export function readMapNode(
  node: Node,
  shape: MapShape,
  scope: Scope,
): Record<string, unknown> | undefined {
  const { noun, fields, required, blank = 'absent', needs } = shape;
  if (node.kind !== 'map') return wrongType(node, exampleOf(shape), scope);
  const value: Record<string, unknown> = {};
  scope.nodes.set(value, targetOf(node));
  // Keys with an invalid value, and keys without a value.
  const wrong: string[] = [];
  const blanks: string[] = [];
  for (const entry of node.entries) {
    const { key, value: item } = entry;
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined;
    if (!field) {
      const meant = reportUnknown(key, shape, entry, scope.report);
      if (meant) wrong.push(meant);
    } else if (item && (blank === 'error' || !isAbsent(item))) {
      const read = field.shape.read(item, scope);
      if (read !== undefined) value[key] = read;
      else wrong.push(key);
    } else if (blank === 'error') {
      wrong.push(key);
      reportAbsent(entry, field.shape.noun, scope);
    } else blanks.push(key);
  }
  for (const key of needs ? [...required, ...needs(value)] : required) {
    if (Object.hasOwn(value, key) || wrong.includes(key)) continue;
    scope.report('missing-key', targetOf(node), { key, noun, blank: blanks.includes(key) });
  }
  return value;
}

/** Describes a map with an example: `a link: a map such as {label: …, url: …}`. */
function exampleOf({ noun, fields, required }: MapShape): string {
  const keys = required.length > 0 ? required : Object.keys(fields).slice(0, 2);
  return `${noun}: a map such as {${keys.map((key) => `${key}: …`).join(', ')}}`;
}

/** Keys that no version of Starlight can know: merge keys of YAML, and delimiters of front matter. */
const IMPOSSIBLE_KEY = /^(?:<<$|---|\+\+\+)/;

/** Reports an unknown key, and returns the known key that was probably meant. */
function reportUnknown(
  key: string,
  { noun, fields, misplaced = {}, unknown = 'error' }: MapShape,
  range: Range,
  report: Report,
): string | undefined {
  const code = Object.hasOwn(misplaced, key) ? misplaced[key] : undefined;
  if (code) report(code, range, { key });
  if (code || unknown === 'accept') return;
  const known = Object.keys(fields);
  const alias = known.find((name) => fields[name]?.alias?.includes(key.toLowerCase()));
  const near = dashed(key) ?? alias ?? nearest(key, known);
  if (unknown === 'warning' && !IMPOSSIBLE_KEY.test(key)) {
    const found = { kind: 'key', name: key, noun, known };
    report('frontmatter-unknown', range, { ...found, ...(near && { near }) });
    return;
  }
  report('unknown-key', range, { key, noun, known, ...(near && { near }) });
  return near;
}

/** Returns a key that starts with a dash with the missing space, or `undefined` for other keys. */
function dashed(key: string): string | undefined {
  return /^-\w/.test(key) ? `- ${key.slice(1)}` : undefined;
}

export function readRecordNode<T>(
  node: Node,
  noun: string,
  item: Shape<T>,
  nullable: boolean,
  scope: Scope,
): Map<string, T> | undefined {
  if (node.kind !== 'map') return wrongType(node, noun, scope);
  const value = new Map<string, T>();
  for (const entry of node.entries) {
    const read =
      entry.value && (nullable || !isAbsent(entry.value))
        ? item.read(entry.value, scope)
        : reportAbsent(entry, item.noun, scope);
    if (read !== undefined) value.set(entry.key, read);
  }
  return value;
}

export function readListNode<T>(
  node: Node,
  noun: string,
  item: Shape<T>,
  scope: Scope,
): T[] | undefined {
  if (node.kind !== 'list') return wrongType(node, noun, scope);
  const value: T[] = [];
  for (const itemNode of node.items) {
    const read = isAbsent(itemNode)
      ? wrongType(itemNode, item.noun, scope)
      : item.read(itemNode, scope);
    if (read !== undefined) value.push(read);
  }
  return value;
}

export function readUnionNode<T>(
  node: Node,
  noun: string,
  shapes: Shape<T>[],
  scope: Scope,
): T | undefined {
  const attempts: Parameters<Report>[][] = [];
  for (const shape of shapes) {
    const reports: Parameters<Report>[] = [];
    const report = ((...args: Parameters<Report>) => reports.push(args)) as Report;
    const value = shape.read(node, { ...scope, report });
    if (reports.every(([code]) => codes[code].severity === 'warning')) {
      for (const args of reports) scope.report(...args);
      return value;
    }
    attempts.push(reports);
  }
  const close = attempts.filter((reports) =>
    reports.every(([code, range]) => code !== 'wrong-type' || range?.start !== node.start),
  );
  if (close.length !== 1) return wrongType(node, noun, scope);
  for (const args of close[0] as Parameters<Report>[]) scope.report(...args);
  return;
}

/** Reports a node of another kind or type than expected. */
export function wrongType(node: Node, expected: string, scope: Scope): undefined {
  scope.report('wrong-type', node, { expected, found: describe(node) });
}

function describe(node: Node): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  return isAbsent(node) ? 'nothing' : `"${shorten(node.value)}"`;
}

function reportAbsent(key: Range, expected: string, scope: Scope): undefined {
  scope.report('wrong-type', key, { expected, found: 'nothing' });
}

function shorten(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  return line.length > 40 ? `${line.slice(0, 39)}…` : line;
}
