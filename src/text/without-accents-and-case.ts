import { normalized } from './normalized.ts';
import { unicodePattern } from './unicode-pattern.ts';

/** Returns a text for comparisons of names. */
export function withoutAccentsAndCase(text: string): string {
  // Patterns with Unicode properties are slow to compile.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  // Upper case first: it maps `σ` and `ς` to the same letter, and `ß` to `SS`.
  return normalized(text, 'NFKD')
    .replace(unicodePattern('\\p{M}', 'g'), '')
    .toUpperCase()
    .toLowerCase();
}
