/** Recognizes people in a part of a line, and the words before them. */
import type { Person } from '../../types.ts';
import { COMMA, delimitedPattern, HANDLE, lastJoiner } from './delimiters.ts';
import { isLiteralAutolink, nodeAt, type Phrase, phraseText, readLink } from './phrase.ts';
import { isPerson } from './recognize-text.ts';

/** Words in several languages that are always followed by people. */
const CLEAR_BY_WORDS = [
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

/** Words that can also be part of a name. They are only recognized after a formatted name. */
const VAGUE_BY_WORDS = ['von', 'de', 'di', 'door', 'av', 'af', 'od', 'от', '©'];

/** Words before the people of a credit. */
export const BY_WORDS: readonly string[] = [...CLEAR_BY_WORDS, ...VAGUE_BY_WORDS];

/** Words before the last of several people. */
export const AND_WORDS: readonly string[] = [
  ...['and', '&', 'und', 'et', 'y', 'e', 'en', 'och', 'og', 'и', '/'],
];

/** Whether a word is followed by people even after a name that is not formatted. */
export function isClearByWord(word: string): boolean {
  return CLEAR_BY_WORDS.includes(word);
}

const PERSON_WITH_HANDLE = new RegExp(`^(.*?)${delimitedPattern(HANDLE, '@([^()@\\s]+)')}$`);

const HANDLE_FIRST = new RegExp(`^${delimitedPattern(HANDLE, '@([^()@\\s]+)')}`);

/** Splits what follows a name into the handle of a person and the rest. */
export function splitHandle(rest: string): { handle?: string; rest: string } {
  const [written, handle] = HANDLE_FIRST.exec(rest) ?? [];
  return written === undefined || handle === undefined
    ? { rest }
    : { handle: unescapeHandle(handle), rest: rest.slice(written.length) };
}

function unescapeHandle(handle: string): string {
  return handle.replace(/\\(?=[_*~-])/g, '');
}

/**
 * Returns the people in a part of a phrase, or `undefined` if it has other content.
 *
 * @param isSure whether the context shows that these are people
 */
export function readPeople(
  part: string,
  and: string,
  phrase: Phrase,
  isSure: boolean,
): Person[] | undefined {
  const joiner = lastJoiner(and);
  const before = part.split(COMMA);
  const last = (before.pop() as string).split(joiner);
  // The word is before the last person only.
  if (last.length > 2 || (before.length > 0 && last.length === 1)) return;
  const people = [...before, ...last].map((text) =>
    text.includes(joiner) ? undefined : readPerson(text, phrase, isSure),
  );
  return people.includes(undefined) ? undefined : (people as Person[]);
}

function readPerson(text: string, phrase: Phrase, isSure: boolean): Person | undefined {
  const [, nameOrLink = text, escapedHandle] = PERSON_WITH_HANDLE.exec(text) ?? [];
  const handle = escapedHandle === undefined ? undefined : unescapeHandle(escapedHandle);
  const parts = handle === undefined ? {} : { handle };
  const node = nameOrLink.length === 1 ? nodeAt(phrase, nameOrLink) : undefined;
  const link = node && !isLiteralAutolink(node) ? readLink(node, phrase.page) : undefined;
  if (link) {
    const { label, url } = link;
    if (/^@[^@\s]/.test(label) && handle === undefined) return { handle: label.slice(1), url };
    return isPerson(label, true) ? { name: label, ...parts, url } : undefined;
  }
  const name = phraseText(nameOrLink, phrase);
  if (name === undefined) return;
  if (/^@[^@\s]+$/.test(name)) return handle === undefined ? { handle: name.slice(1) } : undefined;
  return isPerson(name, isSure || handle !== undefined) ? { name, ...parts } : undefined;
}
