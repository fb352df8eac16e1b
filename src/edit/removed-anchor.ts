import { CST } from 'yaml';
import type { Token } from './yaml-items.ts';

/** Returns an anchor in ranges that are removed, if an alias that stays refers to it. */
export function removedAnchor(
  root: Token | undefined,
  removed: readonly { start: number; end: number }[],
): string | undefined {
  if (!root || removed.length === 0) return;
  const isRemoved = (offset: number) =>
    removed.some(({ start, end }) => start <= offset && offset < end);
  const anchors = new Set<string>();
  const aliases = new Set<string>();
  const look = (token: Token | null | undefined) => {
    if (token?.type === 'alias' && !isRemoved(token.offset)) aliases.add(token.source.slice(1));
  };
  CST.visit({ type: 'document', offset: 0, start: [], value: root }, (item) => {
    for (const { type, offset, source } of [...item.start, ...(item.sep ?? [])]) {
      if (type === 'anchor' && isRemoved(offset)) anchors.add(source.slice(1));
    }
    look(item.key);
    look(item.value);
  });
  return [...anchors].find((anchor) => aliases.has(anchor));
}
