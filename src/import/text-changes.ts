/** A replacement in a text, at offsets in UTF-16 code units from 0. */
export interface Change {
  start: number;
  end: number;
  by: string;
}

/** A text with changes in it, which do not overlap. */
export function changed(text: string, changes: readonly Change[]): string {
  let at = 0;
  const pieces = changes
    .toSorted((a, b) => a.start - b.start)
    .map(({ start, end, by }) => {
      const piece = text.slice(at, start) + by;
      at = end;
      return piece;
    });
  return pieces.join('') + text.slice(at);
}
