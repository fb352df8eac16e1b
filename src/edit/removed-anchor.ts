import { CST } from 'yaml';
import type { Range } from '../text/range.ts';
import type { Token } from './yaml-items.ts';

/** Returns the token of an anchor in ranges that are removed, if an alias that stays refers to it. */
export function removedAnchor(
  root: Token | undefined,
  removed: readonly Range[],
): CST.SourceToken | undefined {
  if (!root || removed.length === 0) return;
  const found: (CST.SourceToken | CST.FlowScalar)[] = [];
  const look = (token: CST.SourceToken | Token | null | undefined) => {
    if (token?.type === 'alias' || token?.type === 'anchor') found.push(token);
  };
  CST.visit({ type: 'document', offset: 0, start: [], value: root }, (item) => {
    for (const token of [...item.start, item.key, ...(item.sep ?? []), item.value]) look(token);
  });
  const ranges = removed.toSorted((a, b) => a.start - b.start);
  const anchors: CST.SourceToken[] = [];
  const aliases = new Set<string>();
  let [next, end] = [0, 0];
  for (const token of found.sort((a, b) => a.offset - b.offset)) {
    for (; (ranges[next]?.start ?? Infinity) <= token.offset; next += 1) {
      end = Math.max(end, ranges[next]?.end ?? 0);
    }
    const isRemoved = token.offset < end;
    if (token.type === 'alias' && !isRemoved) aliases.add(token.source.slice(1));
    else if (token.type === 'anchor' && isRemoved) anchors.push(token);
  }
  return anchors.find(({ source }) => aliases.has(source.slice(1)));
}
