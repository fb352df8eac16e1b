import type { ScalarNode } from './nodes.ts';

/** One escape of a double-quoted scalar. */
const ESCAPE = /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|[^\r\n])/y;

/** White space in a source, and in double quotes also an escape of it. */
const SPACE = /\s/y;
const ESCAPED_SPACE = /\\?\s/y;

/**
 * Returns a function that maps an index in the value of a scalar to the offset of that character in the
 * source. All offsets are found on the first call, as a field may have thousands of problems.
 */
export function offsetsInScalar(node: ScalarNode, text: string): (index: number) => number {
  let offsets: Uint32Array | undefined;
  return (index) => {
    offsets ??= findOffsets(node, text);
    // There is no character at the end of a value.
    return offsets[Math.min(index, offsets.length - 1)] as number;
  };
}

/**
 * A value differs from its source in white space and, in quotes, in escapes. Therefore, both are read
 * side by side: each visible character of the value is the next visible one of the source.
 */
function findOffsets({ start, end, style, value }: ScalarNode, text: string): Uint32Array {
  const double = style === 'double';
  const single = style === 'single';
  const block = style === 'literal' || style === 'folded';
  const lengthOf = (pattern: RegExp, at: number) => {
    pattern.lastIndex = at;
    return pattern.test(text) ? pattern.lastIndex - at : 0;
  };
  let at = block ? text.indexOf('\n', start) + 1 : start + (double || single ? 1 : 0);
  let found = at;
  let index = 0;
  const offsets = new Uint32Array(Math.max(1, value.length)).fill(at, 0, 1);
  for (const character of value) {
    if (/\s/.test(character)) {
      // Folded white space has no length of its own.
      at += text[at] === character ? 1 : double ? lengthOf(ESCAPE, at) : 0;
    } else {
      while (at < end && lengthOf(double ? ESCAPED_SPACE : SPACE, at) > 0) at += 1;
      found = at;
      const length = double ? lengthOf(ESCAPE, at) : 0;
      at += length || (single && character === "'" ? 2 : character.length);
    }
    offsets.fill(found, index, index + character.length);
    index += character.length;
  }
  return offsets;
}
