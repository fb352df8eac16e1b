/** Right-to-left text, and the Unicode isolates (U+2068, U+2069) that keep it apart from the text around it. */
import { unicodePattern } from './unicode-pattern.ts';

/** Letters of right-to-left scripts in the Basic Multilingual Plane, without their digits. */
const RIGHT_TO_LEFT =
  '\\u0590-\\u065f\\u066d-\\u06ef\\u06fa-\\u08ff\\u200f\\ufb1d-\\ufdcf\\ufdf0-\\ufdff\\ufe70-\\ufefc';

/** What the direction of text depends on: letters of both directions, and digits. */
export const DIRECTIONAL = `(?<right>[${RIGHT_TO_LEFT}\\u{10800}-\\u{10fff}\\u{1e800}-\\u{1efff}])|(?<digit>\\p{Nd})|(?<left>[\\p{L}\\u200e])`;

/** The letters, also in other planes, by their first surrogates. Without Unicode properties, it is fast. */
const RIGHT_TO_LEFT_LETTER = new RegExp(`[${RIGHT_TO_LEFT}\\ud802\\ud803\\ud83a\\ud83b]`);

export function hasRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT_LETTER.test(text);
}

/** Languages and scripts that are written from right to left. */
const RIGHT_TO_LEFT_TAG =
  /^(?:ar|arc|ckb|dv|fa|he|iw|nqo|ps|sd|syr|ug|ur|yi)(?:-(?!latn|cyrl|deva)|$)|-(?:adlm|arab|hebr|nkoo|syrc|thaa)(?:-|$)/i;

/** Whether the language of a tag is written from right to left. */
export function isRightToLeftLanguage(tag: string): boolean {
  return RIGHT_TO_LEFT_TAG.test(tag);
}

/** Whether the first letter of a text is of a right-to-left script. */
export function startsRightToLeft(text: string): boolean {
  if (!hasRightToLeft(text)) return false;
  return unicodePattern(DIRECTIONAL).exec(text)?.groups?.right !== undefined;
}

/** Removes the isolates around a whole text, as pages have them. Others belong to the text. */
export function withoutOuterIsolates(text: string): string {
  return text.replace(/^\u2068([^\u2066-\u2069]*)\u2069$/, '$1');
}
