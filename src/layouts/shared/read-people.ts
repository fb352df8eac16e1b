/** Recognizes people in a part of a line, and the words before them. */
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { handleUrl } from '../../model/handle-url.ts';
import type { ImportedEntry, LineParts } from '../../model/imported-page.ts';
import type { Person } from '../../types.ts';
import { COMMA, FACTS, lastJoiner } from './delimiters.ts';
import { isLiteralAutolink, nodeAt, type Phrase, phraseText, readLink } from './phrase.ts';
import { handleIn, splitHandleAtEnd } from './read-handle.ts';
import { isPerson, isProper } from './recognize-text.ts';

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

/**
 * Returns the person in a part of a phrase, or `undefined` if it has other content.
 *
 * @param isSure whether the context shows that this is a person
 */
function readPerson(text: string, phrase: Phrase, isSure: boolean): Person | undefined {
  const { handle, rest: nameOrLink } = splitHandleAtEnd(text, phrase);
  const parts = handle === undefined ? {} : { handle };
  const node = nameOrLink.length === 1 ? nodeAt(phrase, nameOrLink) : undefined;
  const link = node && !isLiteralAutolink(node) ? readLink(node, phrase.page) : undefined;
  const { handles } = phrase.page;
  if (link) {
    const { label, url } = link;
    const only = handle === undefined ? handleIn(label) : undefined;
    if (only !== undefined) {
      return { handle: only, ...(url !== handleUrl(only, handles) && { url }) };
    }
    return isPerson(label, true) ? { name: label, ...parts, url } : undefined;
  }
  const name = phraseText(nameOrLink, phrase);
  if (name === undefined) return;
  const only = handleIn(name);
  if (only !== undefined) {
    const isText = handle === undefined && handleUrl(only, handles) === undefined;
    return isText && !only.includes('@') ? { handle: only } : undefined;
  }
  return isPerson(name, isSure || handle !== undefined) ? { name, ...parts } : undefined;
}

/**
 * Returns a credit with a name and, if it is a person, a handle. Returns `undefined` if it has a handle, but
 * also parts that a person cannot have.
 */
export function creditOf(
  { name, url }: { name: string; url?: string | undefined },
  handle: string | undefined,
  parts: LineParts,
  { handles }: MarkdownPage,
): ImportedEntry | undefined {
  const linked = url === undefined ? {} : { url };
  const canBePerson = FACTS.every((fact) => parts[fact] === undefined);
  if (handle !== undefined) {
    const person = { name, handle, ...linked };
    return canBePerson ? { name, person, ...linked, ...parts } : undefined;
  }
  const only = handleIn(name);
  const isPerson = canBePerson && only !== undefined && url === handleUrl(only, handles);
  return isPerson && url !== undefined
    ? { name, person: { handle: only }, ...parts }
    : { name, ...linked, ...parts };
}

/** Returns the person in text that is not formatted: a name with a handle. */
export function unformattedPerson(
  text: string,
  phrase: Phrase,
): { name: string; handle: string } | undefined {
  const { name, handle, url } = readPerson(text, phrase, true) ?? {};
  if (name === undefined || handle === undefined || url !== undefined) return;
  return isProper(name) || !name.includes(' ') ? { name, handle } : undefined;
}
