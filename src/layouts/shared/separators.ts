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

/** Separators that are common in descriptions. They are only used if there is no clear one. */
const VAGUE_SEPARATORS = [COMMA, ' '];

/** All separators, the most likely first. */
export const SEPARATORS: readonly string[] = [...CLEAR_SEPARATORS, ' for ', ...VAGUE_SEPARATORS];

export function isVague(separator: string): boolean {
  return VAGUE_SEPARATORS.includes(separator);
}

/** Text in which separators are ignored: parentheses, quotes and emoji shortcodes. */
const ENCLOSED =
  /\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\]|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<![\p{L}\p{N}])"[^"]+"(?![\p{L}\p{N}])|(?<![\w:]):[\w+-]+:(?!\w)/gu;

/** Returns the first index of a separator in a text, or -1. */
export function indexOfSeparator(text: string, separator: string): number {
  if (!text.includes(separator)) return -1;
  const enclosed = [...text.matchAll(ENCLOSED)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  for (
    let index = text.indexOf(separator);
    index >= 0;
    index = text.indexOf(separator, index + 1)
  ) {
    // The separator of `name : description` is ` : `.
    const isAfterSpace = separator.startsWith(':') && text[index - 1] === ' ';
    const isEnclosed = enclosed.some(([start, end]) => start < index && index < end);
    if (!isAfterSpace && !isEnclosed) return index;
  }
  return -1;
}

/** The start of a block, or of another part of a line. */
const BLOCK_START = /^(?:[-–—*+•·|→:=>#]+|\d+[.)])(?:\s|$)/;

const oneOf = (words: readonly string[]) => words.map(escapeRegExp).join('|');

/** The start of text after a vague separator that is not a description, but more names or people. */
const CONTINUATION = new RegExp(
  `^(?:[-–—,;.:)!?…+/]|(?:or|${oneOf([...AND_WORDS, ...BY_WORDS])}) |${NODE_PATTERN}(?:${COMMA.trimEnd()}| (?:${oneOf(AND_WORDS)}) ))`,
  'i',
);

/** Whether the text after a separator can be a description. */
export function isDescription(text: string, separator: string): boolean {
  if (text.trim() === '' || BLOCK_START.test(text)) return false;
  if (separator === COMMA && new RegExp(`^${NODE_PATTERN}$`).test(text)) return false;
  return !isVague(separator) || !CONTINUATION.test(text);
}
