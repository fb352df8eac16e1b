/** Visible and invisible characters of text. */

/** Control characters except tab and line break, and bidirectional controls. */
export const CONTROLS =
  '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e\\u2066-\\u2069';

/** Control characters and lone surrogates. */
export const UNSHOWABLE = new RegExp(
  `[${CONTROLS}]|[\\ud800-\\udbff](?![\\udc00-\\udfff])|(?<![\\ud800-\\udbff])[\\udc00-\\udfff]`,
);

const NOT_WORDS = /[^ -~]| {2}|^ | $|^$/;

/** Whether a string is ASCII words with single spaces between them, as most are. */
export function isWords(text: string): boolean {
  return !NOT_WORDS.test(text);
}

/** Whether a string has characters other than white space and default ignorable code points. */
export function isVisible(text: string): boolean {
  return /[!-~]/.test(text) || /[^\s\p{Z}\p{Cf}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}

/** Folds white space as HTML does. At the ends it is removed, or folded with `edges`. */
export function foldWhiteSpace(text: string, { edges = false } = {}): string {
  const words = text.replace(/[ \t\r\n]+/g, ' ');
  return edges ? words : words.replace(/^ | $/g, '');
}
