import { CST } from 'yaml';
import type { Token } from './yaml-items.ts';

/** Returns the token of an anchor in ranges that are removed, if an alias that stays refers to it. */
export function removedAnchor(
  root: Token | undefined,
  removed: readonly { start: number; end: number }[],
): CST.SourceToken | undefined {
  if (!root || removed.length === 0) return;
  const isRemoved = (offset: number) =>
    removed.some(({ start, end }) => start <= offset && offset < end);
  const anchors: CST.SourceToken[] = [];
  const aliases = new Set<string>();
  const look = (token: Token | null | undefined) => {
    if (token?.type === 'alias' && !isRemoved(token.offset)) aliases.add(token.source.slice(1));
  };
  CST.visit({ type: 'document', offset: 0, start: [], value: root }, (item) => {
    for (const token of [...item.start, ...(item.sep ?? [])]) {
      if (token.type === 'anchor' && isRemoved(token.offset)) anchors.push(token);
    }
    look(item.key);
    look(item.value);
  });
  return anchors.find(({ source }) => aliases.has(source.slice(1)));
}
