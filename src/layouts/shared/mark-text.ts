import { hasRightToLeft } from '../../text/isolates.ts';

/** Marks of the start and end of a right-to-left text: noncharacters, which no text can contain. */
export const START = '\ufdd0';
export const END = '\ufdd1';

/** Marks a text that may need isolates. Those in a source stay as they are. */
export function markText(text: string): string {
  return hasRightToLeft(text) && !/[\u2066-\u2069]/.test(text) ? START + text + END : text;
}
