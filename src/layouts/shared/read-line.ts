/** Recognizes a credit on a line of a list. */
import type { ImportedEntry } from '../../model/imported-page.ts';
import type { Phrase } from './phrase.ts';
import { splitHandle } from './read-handle.ts';
import { formattedName, unformattedName } from './read-name.ts';
import { type LineStyle, readParts } from './read-parts.ts';
import { creditOf, unformattedPerson } from './read-people.ts';
import { isName, isProper } from './recognize-text.ts';
import { CLEAR_SEPARATORS, indexOfSeparator, isVague } from './separators.ts';

/**
 * Returns the credit on a line, or `undefined` if the line does not match a style.
 *
 * @param mayBeLong whether a name that is neither a link nor strong may be as long as a sentence
 */
export function readLine(
  phrase: Phrase,
  style: LineStyle,
  mayBeLong: boolean,
): ImportedEntry | undefined {
  const formatted = formattedName(phrase, style.separator);
  if (formatted) {
    if (formatted.bold !== style.bold) return;
    const { handle, rest } = splitHandle(formatted.rest, phrase);
    const parts = readParts(rest, style, phrase);
    if (
      !parts ||
      (parts.description && isVague(style.separator) && hasClearSeparator(rest, style, phrase))
    ) {
      return;
    }
    return creditOf(formatted, handle, parts, phrase.page);
  }
  return style.bold ? undefined : unformattedEntry(phrase, style, mayBeLong);
}

/** Whether a clear separator also splits the parts, which makes the vague one of the style unlikely. */
function hasClearSeparator(rest: string, style: LineStyle, phrase: Phrase): boolean {
  return CLEAR_SEPARATORS.some((separator) => {
    return readParts(rest, { ...style, separator }, phrase)?.description !== undefined;
  });
}

/** Returns a credit whose name is neither a link nor strong. */
function unformattedEntry(
  phrase: Phrase,
  style: LineStyle,
  mayBeLong: boolean,
): ImportedEntry | undefined {
  const { text } = phrase;
  const index = separatorAfterName(text, style.separator);
  const head = index < 0 ? text : text.slice(0, index);
  const name = unformattedName(head, style, phrase);
  const person = name && name.rest !== '' ? undefined : unformattedPerson(head, phrase);
  if (person) {
    const parts = readParts(text.slice(head.length), style, phrase);
    return parts && creditOf(person, person.handle, parts, phrase.page);
  }
  if (
    !name ||
    !(
      (index < 0 && mayBeLong) ||
      // In `Inter - by Ada`, a separator is between the name and the people.
      (isName(name.name) && !containsClearSeparator(name.name + name.rest.charAt(0)))
    )
  )
    return;
  const parts = readParts(name.rest + text.slice(head.length), style, phrase);
  return parts && { name: name.name, ...parts };
}

/** Returns the index of the separator after an unformatted name, or -1. The name may contain commas. */
function separatorAfterName(text: string, separator: string): number {
  if (separator === ' ') return text.search(/ \([^()]* [^()]*\)$/);
  const index = isVague(separator) ? -1 : indexOfSeparator(text, separator);
  if (index < 0 || separator !== ' for ') return index;
  // Sentences also contain this word.
  const name = text.slice(0, index);
  return !/^thanks?\b/i.test(name) && (isProper(name) || !name.includes(' ')) ? index : -1;
}

function containsClearSeparator(text: string): boolean {
  return CLEAR_SEPARATORS.some((separator) => indexOfSeparator(text, separator) >= 0);
}
