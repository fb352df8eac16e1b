/** Recognizes text that is a name, a person, a version or a license. */

/** Initials and abbreviations, whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:\p{Lu}|Co|Corp|Dr|Inc|Jr|Ltd|Mr|Mrs|Ms|Mt|Prof|Sr|St|vs)\.(?![\p{L}\p{N}])/gu;

/** Lowercase words that are parts of names. */
const PARTICLE =
  /^(?:a[lf]|and|bin|d[aeiou]|de[lnrs]|dell[ae]|d[ao]s|e[lt]?|for|ibn|l[ae]s?|of|te[nr]|the|und|v[ao]n|y|zu[mr]?)$/;

/** Separators that the name of a person does not contain. */
const NAME_SEPARATOR = / [-–—|·→:/]+ |[:;；：] /;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Whether a text is likely to be a name, and not a sentence. */
export function isName(text: string): boolean {
  const words = text.split(' ');
  const bare = text.replace(ABBREVIATION, '');
  if (/[!?;,…]$|[.!?] |^["“(].*[.]/.test(bare) || (/\.$/.test(bare) && words.length > 3)) {
    return false;
  }
  if (/\S by\b/.test(text)) return false;
  if (words.length <= 4) return true;
  const lowercase = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length <= 10 && lowercase * 3 <= words.length;
}

/** Whether a text ends with a participle and "by", such as `Written by`, as a name does not. */
export function endsWithParticipleBy(text: string): boolean {
  return /(?:^|\s)(?:\p{L}{2,}(?<!e)ed|brought|built|done|drawn|given|made|run|sung|written) by\b/iu.test(
    text,
  );
}

/** Whether all words of a text are capitalized, except particles between them. */
export function isProper(text: string): boolean {
  const words = text.split(' ');
  return words.every(
    (word, index) => isCapital(word) || (index > 0 && words.length > 2 && PARTICLE.test(word)),
  );
}

function isCapital(word: string): boolean {
  return !/^[^\p{L}\p{N}@]*\p{Ll}/u.test(word);
}

/** Words after "by" that are not people. */
const NOT_PEOPLE =
  /^(?:accident|chance|choice|default|definition|design|e?mail|hand|law|many|me|mistake|nature|others|post|request|them|us|various|you)$/;

/** The maximum number of words in the name of a person. */
const MAX_WORDS = 6;

/**
 * Whether a text can be the name of a person.
 *
 * @param isSure whether the context shows that it is a person, so that any word can be a handle
 */
export function isPerson(text: string, isSure: boolean): boolean {
  const words = text.split(' ');
  const [first = '', second = ''] = words;
  const bare = text.replace(ABBREVIATION, '');
  if (words.length > MAX_WORDS || /[.,;:!?…]$/.test(bare) || !/[\p{L}\p{N}]/u.test(text))
    return false;
  if (NAME_SEPARATOR.test(text) || YEAR.test(text) || /[©®™]/.test(text)) return false;
  if (isCapital(first)) return true;
  // Handles, and names such as "de Vries".
  return words.length === 1
    ? /[\p{Lu}\d_]/u.test(text) || (isSure && !NOT_PEOPLE.test(text))
    : PARTICLE.test(first) && first !== 'the' && isCapital(second);
}

/** The pattern of text that is a version in any context. */
export const VERSION_PATTERN = 'v\\d[\\w.+\\\\-]*|\\d+(?:\\.\\d+)+[\\w.+\\\\-]*';

/** Whether a text is a version or a version range. */
export function isVersion(text: string): boolean {
  return new RegExp(`^[\\^~<>=≥≤ ]*(?:${VERSION_PATTERN})$`).test(text);
}

/** Whether a text is a year, a range or a list of years. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d(?: ?[-–—,] ?\d{2,4})*$/.test(text);
}

/** The families of SPDX identifiers, and the word "license" itself. */
const LICENSE_NAME =
  /^(?:0BSD|AFL|AGPL|Apache|Artistic|BSD|BSL|BUSL|CC0?|CDDL|ECL|EPL|EUPL|GFDL|GPL|ISC|LGPL|LPPL|MIT|MPL|MS-PL|NCSA|OFL|OSL|PostgreSQL|PSF|Python|Ruby|SIL|Unicode|Unlicense|UPL|Vim|W3C|WTFPL|X11|Zlib|ZPL)\b|licen[cs]e|public domain|proprietary/i;

export function isLicense(text: string): boolean {
  return LICENSE_NAME.test(text) && text.split(' ').length <= 8;
}
