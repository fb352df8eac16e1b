/** Replaces the text from `start` to `end`, offsets in UTF-16 code units from 0. */
export interface TextEdit {
  start: number;
  end: number;
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
