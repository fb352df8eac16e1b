import type { Json, JsonMap } from '../types.ts';
import { scalarValue } from './js-yaml-scalar.ts';
import type { MapNode, Node, ScalarNode } from './nodes.ts';

/**
 * Returns front matter with the values that js-yaml reads. Dates and numbers that JSON lacks are
 * strings, as written in the source.
 */
export function frontMatterData({ entries }: MapNode): JsonMap {
  return Object.fromEntries(entries.map(({ key, value }) => [key, valueData(value)]));
}

function valueData(node: Node | undefined): Json {
  if (!node) return null;
  if (node.kind === 'map') return frontMatterData(node);
  return node.kind === 'list' ? node.items.map(valueData) : scalarData(node);
}

function scalarData(scalar: ScalarNode): Json {
  const value = scalarValue(scalar);
  if (typeof value === 'symbol') return scalar.value;
  return typeof value !== 'number' || Number.isFinite(value) ? value : scalar.value;
}
