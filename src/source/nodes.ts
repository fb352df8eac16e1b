/**
 * The YAML nodes of a source, with their positions. Aliases are resolved. Every scalar is a string, as
 * its type depends on the schema of its key.
 */
import type { Range } from '../text/range.ts';

/**
 * The maximum number of nested maps and lists. The parser takes quadratic time for them, and everything
 * that reads or writes them is recursive.
 */
export const MAX_DEPTH = 100;

export type Node = ScalarNode | MapNode | ListNode;

interface Positioned<Kind> extends Range {
  kind: Kind;
  /** The anchored node, if this is an alias of one. */
  target?: this;
}

export interface ScalarNode extends Positioned<'scalar'> {
  value: string;
  style: ScalarStyle;
  /** Whether it has a tag, so that it is a string. */
  isTagged?: boolean;
}

/** How a scalar is written; `absent` if there is nothing after a key or dash. */
export type ScalarStyle = 'absent' | 'plain' | 'single' | 'double' | 'literal' | 'folded';

export interface MapNode extends Positioned<'map'> {
  entries: MapEntry[];
}

/** A key and its value. The range is that of the key. */
export interface MapEntry extends Range {
  key: string;
  value: Node | undefined;
}

export interface ListNode extends Positioned<'list'> {
  items: Node[];
}

/** Whether there is no value after a key or dash. `""` and `null` are values. */
export function isAbsent(node: Node | undefined): boolean {
  return !node || (node.kind === 'scalar' && node.style === 'absent');
}

/** Returns the value of a key in a map, or `undefined` if there is none. */
export function valueOfKey(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind !== 'map') return;
  const value = entryOfKey(node, key)?.value;
  return isAbsent(value) ? undefined : value;
}

const indexes = new WeakMap<MapNode, Map<string, MapEntry>>();

/** Returns the entry of a key in a map that has been read, or `undefined` if there is none. */
export function entryOfKey(node: MapNode, key: string): MapEntry | undefined {
  const { entries } = node;
  // All ids of `people` are looked up.
  if (entries.length < 50) return entries.find((entry) => entry.key === key);
  const index = indexes.get(node) ?? new Map(entries.map((entry) => [entry.key, entry]));
  indexes.set(node, index);
  return index.get(key);
}

/** Returns the node that an alias refers to, or the node itself if it is not an alias. */
export function targetOf<N extends Node>(node: N): N {
  return (node.target as N | undefined) ?? node;
}
