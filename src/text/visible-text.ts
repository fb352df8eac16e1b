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

/** Returns the offset of the first isolate that {@link unbalancedIsolates} returns, or -1. */
export function unbalancedIsolate(text: string): number {
  const [first = -1] = [...unbalancedIsolates(text)].sort((a, b) => a - b);
  return first;
}

/**
 * Returns the offsets of the isolates (U+2066 to U+2069) that are not closed in their paragraph or that close
 * none. They would change the order of the text after them. Paragraphs are separated by blank lines; an item,
 * a quote, a heading or a row of a table also starts one.
 *
 * @see https://www.unicode.org/reports/tr9/#Explicit_Directional_Isolates
 */
function unbalancedIsolates(text: string): Set<number> {
  const unbalanced = new Set<number>();
  const open: number[] = [];
  const endParagraph = () => {
    for (const index of open.splice(0)) unbalanced.add(index);
  };
  for (const { 0: found, index } of text.matchAll(ISOLATES)) {
    if (/^[\u2066-\u2068]/.test(found)) open.push(index);
    else if (found !== '\u2069') endParagraph();
    else if (open.pop() === undefined) unbalanced.add(index);
  }
  endParagraph();
  return unbalanced;
}

/** Isolates, and the ends of paragraphs. */
const ISOLATES = /[\u2066-\u2069]|\n(?=[ \t\r]*(?:\n|[-+*>#|:]|\d+[.)]))/g;

/** Returns a text without the characters that a page cannot show, and without unbalanced isolates. */
export function showableText(text: string): string {
  const showable = text.replace(new RegExp(UNSHOWABLE, 'g'), '');
  const unbalanced = unbalancedIsolates(showable);
  if (unbalanced.size === 0) return showable;
  return showable.replace(/[\u2066-\u2069]/g, (isolate, index) =>
    unbalanced.has(index) ? '' : isolate,
  );
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
