import type { Parents, Text } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { TRIMMED } from '../unsafe.ts';

/** Text without the characters that start or end something in Markdown, controls and odd spaces. */
export const INERT = new RegExp(`^[^*_\`[\\]<>{}|~\\\\\\0-\\x1f\\x7f-\\xa0${TRIMMED}]*$`);

/**
 * Inert text that may need an escape nevertheless: a colon before anything but a space, as in a
 * directive or an address; the at sign of an address; a character reference; the start of an image; the
 * end of a heading.
 */
export const EXCEPTION = /www\.|:(?! |$)|(?<![ (])@|&#?\w*(?:;|$)|!\[|#$/i;

/** Latin letters beyond ASCII, in a character class. */
export const LATIN = 'À-ÖØ-öø-ɏ';

/** The start of a line that opens neither a block nor, in MDX, a module. */
export const LINE_START = new RegExp(`^(?!(?:im|ex)port)[A-Za-z${LATIN}]`);

/** Whether text needs no escape, whatever its first and last character and the nodes beside it. */
export function isInert(text: string): boolean {
  return INERT.test(text) && !EXCEPTION.test(text);
}

/**
 * Writes inert text as it is. A small page then needs none of the unsafe patterns, whose compilation
 * takes half of the time to serialize it: 8 ms become 4.4 with Node 20, and 9.5 become 4.5 with Node
 * 24, for the `credits.yaml` of this repository. The property "list items and text" in
 * `test/fast-paths.test.ts` checks that the result is that of the default handler.
 */
export function text(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  const { value } = node;
  const isSafe =
    isInert(value) &&
    // After a bracket, a colon could start a definition, and a parenthesis the URL of a link.
    !value.startsWith(':') &&
    !info.before.endsWith(']') &&
    (!isLineEnd(info.before) || LINE_START.test(value)) &&
    !(value.endsWith(' ') && isLineEnd(info.after)) &&
    !(value.endsWith('!') && info.after.startsWith('['));
  return isSafe ? value : defaultHandlers.text(node, parent, state, info);
}

function isLineEnd(adjacent: string): boolean {
  return adjacent === '' || /[\r\n]$|^[\r\n]/.test(adjacent);
}
