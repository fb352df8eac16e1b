/** Right-to-left text, and the Unicode isolates (U+2068, U+2069) that keep it apart from the text around it. */

/** Letters of right-to-left scripts, without their digits. Names of them are rare, so that this is fast. */
const RIGHT_TO_LEFT =
  '[\\u0590-\\u065f\\u066d-\\u06ef\\u06fa-\\u08ff\\u200f\\ufb1d-\\ufdcf\\ufdf0-\\ufdff\\ufe70-\\ufefc]|[\\ud802\\ud803\\ud83a\\ud83b][\\udc00-\\udfff]';

/** What the direction of text depends on: letters of both directions, and digits. */
export const DIRECTIONAL = `(?<right>${RIGHT_TO_LEFT})|(?<digit>\\p{Nd})|(?<left>[\\p{L}\\u200e])`;

const RIGHT_TO_LEFT_LETTER = new RegExp(RIGHT_TO_LEFT);

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
  return new RegExp(DIRECTIONAL, 'u').exec(text)?.groups?.right !== undefined;
}

/** Removes the isolates that pages have around names. */
export function withoutIsolates(text: string): string {
  return text.replace(/[\u2068\u2069]/g, '');
}
