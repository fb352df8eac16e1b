/** The separators between a name and its description. */
import { COMMA, escapeRegExp } from './delimiters.ts';
import { NODE_PATTERN } from './phrase.ts';
import { AND_WORDS, BY_WORDS } from './read-people.ts';

/** Separators that are rare in other text, the most likely first. */
export const CLEAR_SEPARATORS: readonly string[] = [
  ' - ',
  ' – ',
  ' — ',
  ': ',
  ' : ',
  '：',
  ' | ',
  ' · ',
  ' -- ',
  ' → ',
];

/** Separators that descriptions also contain. They only count if there is no clear one. */
const VAGUE_SEPARATORS = [COMMA, ' '];

/** All separators, the most likely first. */
export const SEPARATORS: readonly string[] = [...CLEAR_SEPARATORS, ' for ', ...VAGUE_SEPARATORS];

export function isVague(separator: string): boolean {
  return VAGUE_SEPARATORS.includes(separator);
}

/** Text in which separators do not count: parentheses, quotes and shortcodes of emoji. */
const ENCLOSED =
  /\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\]|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<![\p{L}\p{N}])"[^"]+"(?![\p{L}\p{N}])|(?<![\w:]):[\w+-]+:(?!\w)/gu;

/** Returns the first index of a separator in a text, or -1. */
export function separatorAt(text: string, separator: string): number {
  if (!text.includes(separator)) return -1;
  const enclosed = [...text.matchAll(ENCLOSED)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
    // `name : description` has another separator.
    const isApart = separator.startsWith(':') && text[at - 1] === ' ';
    if (!isApart && !enclosed.some(([start, end]) => start < at && at < end)) return at;
  }
  return -1;
}

/** The start of a block, or of another part of a line. */
const BLOCK_START = /^(?:[-–—*+•·|→:=>#]+|\d+[.)])(?:\s|$)/;

const starts = (words: readonly string[]) => words.map(escapeRegExp).join('|');

/** The start of more names or of people, which follow a vague separator. */
const CONTINUATION = new RegExp(
  `^(?:[-–—,;.:)!?…+/]|(?:or|${starts([...AND_WORDS, ...BY_WORDS])}) |${NODE_PATTERN}(?:${COMMA.trimEnd()}| (?:${starts(AND_WORDS)}) ))`,
  'i',
);

/** Whether the text after a separator can be a description. */
export function isDescription(text: string, separator: string): boolean {
  if (text.trim() === '' || BLOCK_START.test(text)) return false;
  if (separator === COMMA && new RegExp(`^${NODE_PATTERN}$`).test(text)) return false;
  return !isVague(separator) || !CONTINUATION.test(text);
}
