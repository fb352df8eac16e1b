/**
 * Makes a change of a text in another version of it: whatever differs between `before` and `after` is
 * one piece, and the other version must be equal up to its end, or from its start.
 *
 * @returns `undefined` if the other version differs on both sides of the piece
 */
export function carryOver(before: string, after: string, other: string): string | undefined {
  const least = Math.min(before.length, after.length);
  let start = 0;
  while (start < least && before[start] === after[start]) start += 1;
  let rest = 0;
  while (rest < least - start && before.at(-1 - rest) === after.at(-1 - rest)) rest += 1;
  const head = before.slice(0, before.length - rest);
  if (other.startsWith(head)) {
    return after.slice(0, after.length - rest) + other.slice(head.length);
  }
  const tail = before.slice(start);
  if (!other.endsWith(tail)) return;
  return other.slice(0, other.length - tail.length) + after.slice(start);
}
