/** What stands between a name and its description. */

import { asPattern, NODE } from './phrase.ts';
import { AND_WORDS, BY_WORDS } from './read-people.ts';

/** Marks that are there to separate, the likelier ones first. */
const MARKS = [' - ', ' – ', ' — ', ': ', ' : ', '：', ' | ', ' · ', ' -- ', ' → '];

/** What stands in any description, too: it separates where no mark does. */
const VAGUE = [', ', ' '];

/** All separators, the likelier ones first. */
export const SEPARATORS: readonly string[] = [...MARKS, ' for ', ...VAGUE];

/** Separators that leave no doubt. */
export const CLEAR_SEPARATORS: readonly string[] = MARKS;

export function isVague(separator: string): boolean {
  return VAGUE.includes(separator);
}

/** What a separator has no place in: parentheses, quotes, and emoji by their names. */
const ENCLOSED =
  /\([^()]*(?:\([^()]*\)[^()]*)*\)|\[[^[\]]*\]|“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|(?<![\p{L}\p{N}])"[^"]+"(?![\p{L}\p{N}])|(?<![\w:]):[\w+-]+:(?!\w)/gu;

/** Where a separator first stands in a text; -1 if it does not. */
export function separatorAt(text: string, separator: string): number {
  const enclosed = [...text.matchAll(ENCLOSED)].map(
    ({ index, 0: { length } }) => [index, index + length] as const,
  );
  for (let at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, at + 1)) {
    // What stands apart from the name is another separator.
    const isApart = separator.startsWith(':') && text[at - 1] === ' ';
    if (!isApart && !enclosed.some(([start, end]) => start < at && at < end)) return at;
  }
  return -1;
}

/** What begins a block, or another part of a line. */
const MARKER = /^(?:[-–—*+•·|→:=>#]+|\d+[.)])(?:\s|$)/;

const starts = (words: readonly string[]) => words.map(asPattern).join('|');

/** What goes on with the name, where a separator is vague: more names, or people. */
const GOES_ON = new RegExp(
  `^(?:[-–—,;.:)!?…+/]|(?:or|${starts([...AND_WORDS, ...BY_WORDS])}) |${NODE}(?:,| (?:${starts(AND_WORDS)}) ))`,
  'i',
);

/** Whether what follows a separator can be a description. */
export function isDescription(text: string, separator: string): boolean {
  if (text.trim() === '' || MARKER.test(text)) return false;
  if (separator === ', ' && new RegExp(`^${NODE}$`).test(text)) return false;
  return !isVague(separator) || !GOES_ON.test(text);
}
