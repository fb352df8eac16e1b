import type { ScalarNode } from './nodes.ts';

/** One escape of a double-quoted scalar. */
const ESCAPE = /^\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^\r\n])/;

/**
 * Returns the offset in the source of the character at `index` of a scalar's value.
 *
 * A value differs from its source in white space and, in quotes, in escapes. Therefore, both are read
 * side by side: each visible character of the value is the next visible one of the source.
 */
export function offsetInScalar(node: ScalarNode, text: string, index: number): number {
  const { start, end, style } = node;
  const double = style === 'double';
  const single = style === 'single';
  const block = style === 'literal' || style === 'folded';
  let at = block ? text.indexOf('\n', start) + 1 : start + (double || single ? 1 : 0);
  let found = at;
  for (const character of node.value.slice(0, index + 1)) {
    const escaped = double ? ESCAPE.exec(text.slice(at, at + 10))?.[0].length : undefined;
    if (/\s/.test(character)) {
      // Folded white space has no length of its own.
      at += text[at] === character ? 1 : (escaped ?? 0);
      continue;
    }
    while (at < end && /^\\?\s/.test(text.slice(at, at + (double ? 2 : 1)))) at += 1;
    found = at;
    const length = double ? ESCAPE.exec(text.slice(at, at + 10))?.[0].length : undefined;
    at += length ?? (single && character === "'" ? 2 : character.length);
  }
  return found;
}
