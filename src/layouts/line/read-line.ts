/** A line of a list → a credit. */
import type { DraftEntry } from '../../model/draft.ts';
import type { Phrase } from './phrase.ts';
import { markedName, plainName } from './read-name.ts';
import { type LineStyle, partsOf } from './read-parts.ts';
import { isName, isProper } from './recognize-text.ts';
import { CLEAR_SEPARATORS, isVague, separatorAt } from './separators.ts';

/**
 * The credit that a line is, if it is put together in a style.
 *
 * @param mayBeLong whether a name may be as long as a sentence
 */
export function entryOf(
  phrase: Phrase,
  style: LineStyle,
  mayBeLong = false,
): DraftEntry | undefined {
  const marked = markedName(phrase, style.separator);
  if (marked) {
    if (marked.bold !== style.bold) return;
    const { name, url, rest } = marked;
    const parts = partsOf(rest, style, phrase);
    if (!parts || (parts.description && isVague(style.separator) && isClear(rest, style, phrase))) {
      return;
    }
    return { name, ...(url !== undefined && { url }), ...parts };
  }
  return style.bold ? undefined : textEntry(phrase, style, mayBeLong);
}

/** Whether something is there to separate a name from its description. */
function isClear(rest: string, style: LineStyle, phrase: Phrase): boolean {
  return CLEAR_SEPARATORS.some((separator) => {
    return partsOf(rest, { ...style, separator }, phrase)?.description !== undefined;
  });
}

/** A credit whose name is neither linked nor strong. */
function textEntry(phrase: Phrase, style: LineStyle, mayBeLong: boolean): DraftEntry | undefined {
  const { text } = phrase;
  const at = separatorIn(text, style.separator);
  const name = plainName(at < 0 ? text : text.slice(0, at), style, phrase);
  if (!name || !((at < 0 && mayBeLong) || (isName(name.name) && !isDivided(name.name)))) return;
  const parts = partsOf(name.rest + (at < 0 ? '' : text.slice(at)), style, phrase);
  return parts && { name: name.name, ...parts };
}

/** Where in a text a separator ends the name, if it does; a comma or a space alone does not. */
function separatorIn(text: string, separator: string): number {
  if (separator === ' ') return text.search(/ \([^()]* [^()]*\)$/);
  const at = isVague(separator) ? -1 : separatorAt(text, separator);
  if (at < 0 || separator !== ' for ') return at;
  // A word stands in sentences, too.
  const name = text.slice(0, at);
  return !/^thanks?\b/i.test(name) && (isProper(name) || !name.includes(' ')) ? at : -1;
}

/** Whether a text is a name and a description that other lines have otherwise. */
function isDivided(text: string): boolean {
  return CLEAR_SEPARATORS.some((separator) => separatorAt(text, separator) >= 0);
}
