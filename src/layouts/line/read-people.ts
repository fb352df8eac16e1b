/** The people that a part of a line names, and the words that stand before them. */

import type { Person } from '../../types.ts';
import { isLiteral, nodeAt, type Phrase, plainLink, plainOf } from './phrase.ts';
import { isPerson } from './recognize-text.ts';

/** Words that only people follow, in the languages of many pages. */
const BY = [
  'by',
  'created by',
  'made by',
  'written by',
  'drawn by',
  'designed by',
  'developed by',
  'maintained by',
  'provided by',
  'par',
  'por',
];

/** Words that may as well be a part of a name: they count after one that is marked. */
const WEAK_BY = ['von', 'de', 'di', 'door', 'av', 'af', 'od', 'от', '©'];

/** Words before the people of a credit. */
export const BY_WORDS: readonly string[] = [...BY, ...WEAK_BY];

/** Words before the last of several people. */
export const AND_WORDS: readonly string[] = [
  ...['and', '&', 'und', 'et', 'y', 'e', 'en', 'och', 'og', 'и', '/'],
];

/** Whether people follow a word even where nothing marks what stands before it. */
export function isByWord(word: string): boolean {
  return BY.includes(word);
}

/**
 * The people that a part of a phrase names; nothing if it names anything else.
 *
 * @param isSure whether something tells that these are people
 */
export function peopleOf(
  part: string,
  and: string,
  phrase: Phrase,
  isSure: boolean,
): Person[] | undefined {
  const before = part.split(', ');
  const last = (before.pop() as string).split(` ${and} `);
  // The word stands before the last one, and nowhere else.
  if (last.length > 2 || (before.length > 0 && last.length === 1)) return;
  const people = [...before, ...last].map((text) =>
    text.includes(` ${and} `) ? undefined : personOf(text, phrase, isSure),
  );
  return people.includes(undefined) ? undefined : (people as Person[]);
}

function personOf(text: string, phrase: Phrase, isSure: boolean): Person | undefined {
  const [, written = text, handle] = /^(.*?) \(@([^()@\s]+)\)$/.exec(text) ?? [];
  const more = handle === undefined ? {} : { handle: handle.replace(/\\(?=[_*~-])/g, '') };
  const node = written.length === 1 ? nodeAt(phrase, written) : undefined;
  const link = node && !isLiteral(node) ? plainLink(node, phrase.page) : undefined;
  if (link) {
    const { label, url } = link;
    const own = /^@[^@\s]/.test(label) && handle === undefined;
    if (own) return { handle: label.slice(1), url };
    return isPerson(label, true) ? { name: label, ...more, url } : undefined;
  }
  const name = plainOf(written, phrase);
  if (name === undefined) return;
  if (/^@[^@\s]+$/.test(name)) return handle === undefined ? { handle: name.slice(1) } : undefined;
  return isPerson(name, isSure || handle !== undefined) ? { name, ...more } : undefined;
}
