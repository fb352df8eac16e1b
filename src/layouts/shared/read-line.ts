/** Recognizes a credit in a line of a list. */
import type { ImportedEntry } from '../../model/imported-page.ts';
import type { Phrase } from './phrase.ts';
import { formattedName, unformattedName } from './read-name.ts';
import { type LineStyle, readParts } from './read-parts.ts';
import { isName, isProper } from './recognize-text.ts';
import { CLEAR_SEPARATORS, isVague, separatorAt } from './separators.ts';

/**
 * Returns the credit on a line, or `undefined` if the line does not follow a style.
 *
 * @param mayBeLong whether a name that is only text may be as long as a sentence
 */
export function readLine(
  phrase: Phrase,
  style: LineStyle,
  mayBeLong: boolean,
): ImportedEntry | undefined {
  const formatted = formattedName(phrase, style.separator);
  if (formatted) {
    if (formatted.bold !== style.bold) return;
    const { name, url, rest } = formatted;
    const parts = readParts(rest, style, phrase);
    if (
      !parts ||
      (parts.description && isVague(style.separator) && hasClearSeparator(rest, style, phrase))
    ) {
      return;
    }
    return { name, ...(url !== undefined && { url }), ...parts };
  }
  return style.bold ? undefined : unformattedEntry(phrase, style, mayBeLong);
}

/** Whether a clear separator splits the parts better than the vague one of the style. */
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
  const at = separatorAfterName(text, style.separator);
  const name = unformattedName(at < 0 ? text : text.slice(0, at), style, phrase);
  if (
    !name ||
    !((at < 0 && mayBeLong) || (isName(name.name) && !containsClearSeparator(name.name)))
  )
    return;
  const parts = readParts(name.rest + (at < 0 ? '' : text.slice(at)), style, phrase);
  return parts && { name: name.name, ...parts };
}

/** Returns the index of the separator after a name that is only text, or -1. A comma is part of it. */
function separatorAfterName(text: string, separator: string): number {
  if (separator === ' ') return text.search(/ \([^()]* [^()]*\)$/);
  const at = isVague(separator) ? -1 : separatorAt(text, separator);
  if (at < 0 || separator !== ' for ') return at;
  // Sentences also contain this word.
  const name = text.slice(0, at);
  return !/^thanks?\b/i.test(name) && (isProper(name) || !name.includes(' ')) ? at : -1;
}

function containsClearSeparator(text: string): boolean {
  return CLEAR_SEPARATORS.some((separator) => separatorAt(text, separator) >= 0);
}
