import { type Node, targetOf } from './nodes.ts';

/** The maximum length that aliases may add to a source: as if their values were written out. */
const MAX_ADDED = 1_000_000;

/** Returns the alias of the longest value if the aliases of a source add too much, or `undefined`. */
export function largestAlias(root: Node): Node | undefined {
  const sizes = new Map<Node, number>();
  let largest: Node | undefined;
  const sizeOf = (node: Node | undefined): number => {
    if (!node) return 0;
    const target = targetOf(node);
    const size = sizes.get(target) ?? ownSize(target);
    sizes.set(target, size);
    if (node.target && (!largest || size > (sizes.get(targetOf(largest)) ?? 0))) largest = node;
    return size;
  };
  // Brackets, commas, dashes and colons count as well.
  const ownSize = (node: Node): number => {
    if (node.kind === 'scalar') return lengthOf(node);
    return node.kind === 'list'
      ? node.items.reduce((sum, item) => sum + 2 + sizeOf(item), 2)
      : node.entries.reduce((sum, entry) => sum + 2 + lengthOf(entry) + sizeOf(entry.value), 2);
  };
  // An alias inside an anchor is added each time that the anchor is.
  return sizeOf(root) - lengthOf(root) > MAX_ADDED ? largest : undefined;
}

function lengthOf({ start, end }: { start: number; end: number }): number {
  return end - start;
}
