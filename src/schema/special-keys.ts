/** Keys that no map of a source has: merge keys, and keys for anchors. */
import type { MapEntry, Node } from '../source/nodes.ts';
import type { Scope } from './scope.ts';

/** The start of keys that are ignored, so that their values can be anchored. */
export const IGNORED = 'x-';

/** The keys that are ignored, for JSON Schema. */
export const ignoredKeysSchema = { patternProperties: { [`^${IGNORED}`]: {} } };

/**
 * Reports a merge key, whose value would be hidden from all checks. Returns whether it was reported. In
 * quotes, `<<` is not a merge key.
 *
 * @see https://yaml.org/type/merge.html
 */
export function reportMergeKey(entry: MapEntry, { text, report }: Scope): boolean {
  const { key, start, end } = entry;
  if (key !== '<<' || text.slice(start, end) !== key) return false;
  report('yaml-merge', entry, {});
  return true;
}

/** Reports the merge keys in a value with any content. */
export function reportMergeKeysIn(node: Node | undefined, scope: Scope): void {
  if (node?.kind === 'list') for (const item of node.items) reportMergeKeysIn(item, scope);
  if (node?.kind !== 'map') return;
  for (const entry of node.entries) {
    if (!reportMergeKey(entry, scope)) reportMergeKeysIn(entry.value, scope);
  }
}
