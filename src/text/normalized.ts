import { unicodePattern } from './unicode-pattern.ts';

/**
 * Returns a text in a normalization form, or as it is if it has a hundred marks in a row, which take
 * quadratic time to sort. Languages need far fewer.
 *
 * @see https://www.unicode.org/reports/tr15/#Stream_Safe_Text_Format
 */
export function normalized(text: string, form: 'NFC' | 'NFKD'): string {
  const isSlow = text.length > 1_000 && unicodePattern('\\p{M}{100}').test(text);
  return isSlow ? text : text.normalize(form);
}
