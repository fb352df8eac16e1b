import type { Range } from '../text/range.ts';
import type { MapEntry, Node, ScalarStyle } from './nodes.ts';
import type { Source } from './source.ts';

/** A YAML comment, from its `#` to the end of the line. */
export interface Comment extends Range {
  text: string;
  /** The scalar or key before it, or `undefined` if it is before all of them. */
  before: (Range & { style: LeafStyle }) | undefined;
  /** Whether it is on a line of its own. */
  isAlone: boolean;
}

/** How a scalar is written; keys and aliases do not show it. */
type LeafStyle = ScalarStyle | 'key' | 'alias';

/** Where a comment may start: a `#` at the start of a line, or after white space. */
const MAYBE_COMMENT = /(?<![^ \t\r\n])#[^\r\n]*/g;

/**
 * Yields the comments of a source. The ranges of the nodes show which `#` is part of a scalar, so that
 * neither YAML reader has to keep comments.
 */
export function* commentsOf({ text, root }: Source): Generator<Comment> {
  const pattern = new RegExp(MAYBE_COMMENT);
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    const { index: start, 0: written } = match;
    const before = root && leafBefore(root, start);
    const end = start + written.length;
    if (before && start < before.end && !isInHeader(before, start, text)) {
      pattern.lastIndex = Math.max(before.end, start + 1);
      continue;
    }
    const lineStart = text.lastIndexOf('\n', start - 1) + 1;
    const isAlone = /^[ \t]*$/.test(text.slice(lineStart, start));
    yield { start, end, text: written, before, isAlone };
  }
}

/** Whether an offset is in the header of a block scalar, beside its `|` or `>`. */
function isInHeader({ start, style }: Range & { style: LeafStyle }, at: number, text: string) {
  const isBlock = style === 'literal' || style === 'folded';
  return isBlock && !text.slice(start, at).includes('\n');
}

/** Returns the last scalar, key or alias that starts at or before an offset. */
function leafBefore(node: Node, at: number): (Range & { style: LeafStyle }) | undefined {
  const { start, end } = node;
  if (start > at) return;
  if (node.target) return { start, end, style: 'alias' };
  if (node.kind === 'scalar') return { start, end, style: node.style };
  if (node.kind === 'list') {
    const item = node.items[firstFrom(node.items, at + 1) - 1];
    return item && leafBefore(item, at);
  }
  const entry = node.entries[firstFrom(node.entries, at + 1) - 1];
  if (!entry) return;
  const key = { start: entry.start, end: entry.end, style: 'key' } as const;
  return (entry.value && leafBefore(entry.value, at)) ?? key;
}

/** Returns the range of the outermost list item or map entry that starts first after an offset. */
export function entryAfter(node: Node | undefined, at: number): Range | undefined {
  if (!node || node.target || node.kind === 'scalar') return;
  const children: readonly (Node | MapEntry)[] = node.kind === 'list' ? node.items : node.entries;
  const index = firstFrom(children, at);
  const before = children[index - 1];
  const inside = before && entryAfter('key' in before ? before.value : before, at);
  if (inside) return inside;
  const next = children[index];
  if (!next) return;
  return { start: next.start, end: ('key' in next && next.value?.end) || next.end };
}

/** Returns the index of the first range that starts at an offset or after it. */
function firstFrom(ranges: readonly Range[], at: number): number {
  let [low, high] = [0, ranges.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ranges[middle] as Range).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
