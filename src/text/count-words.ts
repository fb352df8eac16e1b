import { unicodePattern } from './unicode-pattern.ts';

/** A letter of a script that does not separate words. */
const SINGLE =
  '(?=\\p{L})[\\p{scx=Han}\\p{scx=Hira}\\p{scx=Kana}\\p{scx=Khmr}\\p{scx=Laoo}\\p{scx=Mymr}\\p{scx=Thai}]';

const WORD = `${SINGLE}\\p{M}*|(?!${SINGLE})[\\p{L}\\p{N}](?:(?!${SINGLE})[\\p{L}\\p{N}\\p{M}])*`;

/**
 * Counts each word of a text. Words are runs of letters and digits; each letter of Han, Kana, Khmer, Lao,
 * Myanmar or Thai is a word.
 */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const words = /[^\0-\x7f]/.test(text) ? unicodePattern(WORD, 'g') : /[A-Za-z0-9]+/g;
  for (const [word] of text.matchAll(words)) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
