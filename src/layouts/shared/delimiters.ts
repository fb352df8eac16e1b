/**
 * The parts of a line, each with its delimiters. Writers build lines from them, and readers derive their
 * patterns from them.
 *
 *     **[name](url)** 1.2.3 by Ada (@ada) and [Bob](url) (MIT) - description ([label](url), [label](url))
 */
import type { Piece } from './pieces.ts';

interface Delimiters {
  before: string;
  after: string;
}

export const VERSION: Delimiters = { before: ' ', after: '' };
export const LICENSE: Delimiters = { before: ' (', after: ')' };
export const LINK_GROUP: Delimiters = { before: ' (', after: ')' };
export const HANDLE: Delimiters = { before: ' (', after: ')' };

/** Returns the delimiters of people, who follow the word `by` of a style. */
export function peopleAfter(by: string): Delimiters {
  return { before: by === '' ? ' ' : ` ${by} `, after: '' };
}

/** The parts between a name and the separator before its description, in order. */
export const FACTS = ['version', 'by', 'license'] as const;

/** The text between the facts on a line of their own. */
export const DOT = ' · ';

/** The text between links, and in most languages between people and between the names of a paragraph. */
export const COMMA = ', ';

/**
 * Returns the text before the last of several people.
 *
 * @param space the text around the word; some languages have none around a word in their own script
 */
export function lastJoiner(and: string, space = ' '): string {
  const around = /[!-\u2e7f]/.test(and) ? ' ' : space;
  return around + and + around;
}

/** Adds its delimiters to a part. */
export function delimit({ before, after }: Delimiters, content: readonly Piece[]): Piece[] {
  return [before, ...content, after];
}

/** Returns the regular expression of a part, given that of its content. */
export function delimitedPattern({ before, after }: Delimiters, content: string): string {
  return escapeRegExp(before) + content + escapeRegExp(after);
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
