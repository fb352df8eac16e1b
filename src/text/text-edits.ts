import type { Range } from './range.ts';

/** Replaces a part of a text. */
export interface TextEdit extends Range {
  replacement: string;
}

/** Applies edits, which must not overlap, to a text. */
export function applyEdits(text: string, edits: readonly TextEdit[]): string {
  let result = '';
  let last = 0;
  for (const { start, end, replacement } of edits.toSorted(
    (a, b) => a.start - b.start || a.end - b.end,
  )) {
    result += text.slice(last, start) + replacement;
    last = end;
  }
  return result + text.slice(last);
}
