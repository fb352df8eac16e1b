/** Visible and invisible characters of text. */
import { unicodePattern } from './unicode-pattern.ts';

/** Control characters except tab and line break, and bidirectional embeddings and overrides. */
const CONTROLS = '\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u009f\\u202a-\\u202e';

/**
 * The noncharacters of the Basic Multilingual Plane.
 *
 * @see https://www.unicode.org/faq/private_use.html#nonchar1
 */
const NONCHARACTERS = '\\ufdd0-\\ufdef\\ufffe\\uffff';

/** The first surrogates of the last 1,024 code points of each plane. */
const LAST_OF_PLANE =
  '\\ud83f\\ud87f\\ud8bf\\ud8ff\\ud93f\\ud97f\\ud9bf\\ud9ff\\uda3f\\uda7f\\udabf\\udaff\\udb3f\\udb7f\\udbbf\\udbff';

/** The characters of the Basic Multilingual Plane that a page cannot show, in a character class. */
export const UNSHOWABLE_CLASS = CONTROLS + NONCHARACTERS;

/** Control characters, noncharacters and lone surrogates. */
export const UNSHOWABLE = new RegExp(
  [
    `[${UNSHOWABLE_CLASS}]`,
    `[${LAST_OF_PLANE}][\\udffe\\udfff]`,
    '[\\ud800-\\udbff](?![\\udc00-\\udfff])',
    '(?<![\\ud800-\\udbff])[\\udc00-\\udfff]',
  ].join('|'),
);

/**
 * Returns the offset of the first isolate (U+2066 to U+2069) that is not closed in its paragraph or that
 * closes none, or -1. It would change the order of the text after it. Paragraphs are separated by blank
 * lines; an item, a quote, a heading or a row of a table also starts one.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
export function unbalancedIsolate(text: string): number {
  const open: number[] = [];
  for (const { 0: found, index } of text.matchAll(ISOLATES)) {
    if (found === '\u2069') {
      if (open.pop() === undefined) return index;
    } else if (/^[\u2066-\u2068]/.test(found)) open.push(index);
    else if (open[0] !== undefined) return open[0];
  }
  return open[0] ?? -1;
}

/** Isolates, and the ends of paragraphs. */
const ISOLATES = /[\u2066-\u2069]|\n(?=[ \t\r]*(?:\n|[-+*>#|:]|\d+[.)]))/g;

const ISOLATED_WORDS = '([\\u2066-\\u2068][\\p{L}\\p{M}\\p{N} ]*\\u2069)|[\\u2066-\\u2069]';

/**
 * Returns a text without the characters that a page cannot show. Isolates around words stay; those around
 * punctuation may be unbalanced in a part of the text.
 */
export function showableText(text: string): string {
  return text
    .replace(new RegExp(UNSHOWABLE, 'g'), '')
    .replace(unicodePattern(ISOLATED_WORDS, 'g'), '$1');
}

const NOT_WORDS = /[^ -~]| {2}|^ | $|^$/;

/** Whether a string is ASCII words with single spaces between them, as most are. */
export function isWords(text: string): boolean {
  return !NOT_WORDS.test(text);
}

const VISIBLE = '[^\\s\\p{Z}\\p{Cf}\\p{Default_Ignorable_Code_Point}\\u2800]';

/** Whether a string has characters other than white space and default ignorable code points. */
export function isVisible(text: string): boolean {
  return /[!-~]/.test(text) || unicodePattern(VISIBLE).test(text);
}

/** Folds white space as HTML does. At the ends it is removed, or folded with `edges`. */
export function foldWhiteSpace(text: string, { edges = false } = {}): string {
  const words = text.replace(/[ \t\r\n]+/g, ' ');
  return edges ? words : words.replace(/^ | $/g, '');
}
