import { unicodePattern } from './unicode-pattern.ts';

/** Returns a text for comparisons of names. */
export function withoutAccentsAndCase(text: string): string {
  // Upper case first: it maps `σ` and `ς` to the same letter, and `ß` to `SS`.
  return text
    .normalize('NFKD')
    .replace(unicodePattern('\\p{M}', 'g'), '')
    .toUpperCase()
    .toLowerCase();
}
