/**
 * The YAML nodes of a source, with their positions. Aliases are resolved. Every scalar is a string:
 * what it means depends on its key, which the schema knows.
 */
import type { Range } from '../diagnostics/report.ts';

export type Node = ScalarNode | MapNode | ListNode;

interface Positioned<Kind> extends Range {
  kind: Kind;
  /** The anchored node, if this is an alias of one. */
  target?: this;
}

export interface ScalarNode extends Positioned<'scalar'> {
  value: string;
  style: ScalarStyle;
  /** Whether a tag says that it is a string. */
  isTagged?: boolean;
}

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal' | 'folded';

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

/** Whether a key or a dash has nothing after it. `""` and `null` are values. */
export function isAbsent(node: Node | undefined): boolean {
  return !node || (node.kind === 'scalar' && node.style === 'plain' && node.value === '');
}

/** The value of a key of a map, or `undefined` if the key has none. */
export function valueOfKey(node: Node | undefined, key: string): Node | undefined {
  if (node?.kind !== 'map') return;
  const value = node.entries.find((entry) => entry.key === key)?.value;
  return isAbsent(value) ? undefined : value;
}

/** The node that an alias stands for, or the node itself. */
export function targetOf<N extends Node>(node: N): N {
  return (node.target as N | undefined) ?? node;
}
