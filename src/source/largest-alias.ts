import type { Range } from '../text/range.ts';
import { type MapEntry, type Node, targetOf } from './nodes.ts';

/** The maximum length that aliases may add to a source: as if their values were written out. */
const MAX_ADDED = 1_000_000;

/** Returns the alias of the longest value if the aliases of a source add too much, or `undefined`. */
export function largestAlias(root: Node): Range | undefined {
  const sizes = new Map<Node, number>();
  let largest: Range | undefined;
  let largestSize = 0;
  const compare = (alias: Range, size: number) => {
    if (size > largestSize) [largest, largestSize] = [alias, size];
  };
  const sizeOf = (node: Node | undefined): number => {
    if (!node) return 0;
    const target = targetOf(node);
    const size = sizes.get(target) ?? ownSize(target);
    sizes.set(target, size);
    if (node.target) compare(node, size);
    return size;
  };
  const sizeOfKey = (entry: MapEntry): number => {
    const written = lengthOf(entry);
    const { length } = entry.key;
    // Only an alias is shorter than the key.
    if (length > written) compare(entry, length);
    return Math.max(length, written);
  };
  // Brackets, commas, dashes and colons count as well.
  const ownSize = (node: Node): number => {
    if (node.kind === 'scalar') return lengthOf(node);
    return node.kind === 'list'
      ? node.items.reduce((sum, item) => sum + 2 + sizeOf(item), 2)
      : node.entries.reduce((sum, entry) => sum + 2 + sizeOfKey(entry) + sizeOf(entry.value), 2);
  };
  // An alias inside an anchor is added each time that the anchor is.
  return sizeOf(root) - lengthOf(root) > MAX_ADDED ? largest : undefined;
}

function lengthOf({ start, end }: Range): number {
  return end - start;
}
