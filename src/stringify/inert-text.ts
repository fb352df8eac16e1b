/** Text that needs no escapes, or only ones that do not depend on the nodes beside it. */

/** White space that `String#trim` removes but that is not white space in Markdown. */
export const TRIMMED =
  '\u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff';

/** Text without the characters that start or end something in Markdown, controls and odd spaces. */
const INERT = new RegExp(`^[^*_\`[\\]<>{}|~\\\\\\0-\\x1f\\x7f-\\xa0${TRIMMED}]*$`);

/**
 * Inert text that may need an escape nevertheless: a colon before anything but a space, as in a
 * directive or an address; the at sign of an address; a character reference; the start of an image; the
 * end of a heading.
 */
const EXCEPTION = /[Ww]{3}\.|:(?! |$)|(?<![ (])@|&#?\w*(?:;|$)|!\[|#$/;

/** Latin letters beyond ASCII, in a character class. */
const LATIN = 'À-ÖØ-öø-ɏ';

/** The start of a line that opens neither a block nor, in MDX, a module. */
export const LINE_START = new RegExp(`^(?!(?:im|ex)port)[A-Za-z${LATIN}]`);

/** Whether text needs no escape, whatever its first and last character and the nodes beside it. */
export function isInert(text: string): boolean {
  return INERT.test(text) && !EXCEPTION.test(text);
}

/** Latin letters and digits. */
const ALPHANUMERIC = `A-Za-z\\d${LATIN}`;

/** Characters that may or may not be letters. */
const OTHER = `[^\\0-\\x7f${LATIN}]`;

/** Marks whose escapes depend on the nodes beside them. */
const UNSURE = new RegExp(
  `^>|\\]\\(|<(?![A-Za-z])|^[${ALPHANUMERIC}]_|_[${ALPHANUMERIC}]$|${OTHER}_|_${OTHER}`,
);

/** A run of underscores, except in a word. */
const UNDERSCORES = `(?<![${ALPHANUMERIC}_])_+|_+(?![${ALPHANUMERIC}_])`;

/** Marks to escape. */
const ESCAPED = {
  phrasing: new RegExp(`[*\`[]|<(?=[A-Za-z])|${UNDERSCORES}`, 'g'),
  label: new RegExp(`[*\`[\\]]|<(?=[A-Za-z])|${UNDERSCORES}`, 'g'),
};

type EscapedConstruct = keyof typeof ESCAPED;

/** Returns escaped text, or `undefined` if the escapes depend on the nodes beside it. */
export function escapeMarks(text: string, construct: EscapedConstruct): string | undefined {
  if (EXCEPTION.test(text)) return;
  if (INERT.test(text)) return text;
  const isSure = INERT.test(text.replace(/[*_`[\]<>]/g, '')) && !UNSURE.test(text);
  return isSure ? text.replace(ESCAPED[construct], escapeEach) : undefined;
}

/** Puts a backslash before each character. */
export function escapeEach(characters: string): string {
  return characters.replace(/./g, '\\$&');
}
