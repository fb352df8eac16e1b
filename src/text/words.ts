/** A letter of a script that does not separate words. */
const SINGLE = '(?=\\p{L})[\\p{scx=Han}\\p{scx=Hiragana}\\p{scx=Katakana}\\p{scx=Thai}]';

const WORDS = new RegExp(
  `${SINGLE}\\p{M}*|(?!${SINGLE})[\\p{L}\\p{N}](?:(?!${SINGLE})[\\p{L}\\p{N}\\p{M}])*`,
  'gu',
);

/**
 * Returns the words of a text, and how often it has each: runs of letters and digits. A letter of Han,
 * Kana or Thai is a word of its own.
 */
export function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  const matches = /[^\0-\x7f]/.test(text) ? text.matchAll(WORDS) : text.matchAll(/[A-Za-z0-9]+/g);
  for (const [word] of matches) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
