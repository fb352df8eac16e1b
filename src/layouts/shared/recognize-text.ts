/** Recognizes text that is a name, a person, a version or a licence. */
/** Initials and abbreviations, whose full stop does not end a sentence. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:\p{Lu}|Co|Corp|Dr|Inc|Jr|Ltd|Mr|Mrs|Ms|Mt|Prof|Sr|St|vs)\.(?![\p{L}\p{N}])/gu;

/** Small words that are parts of names. */
const PARTICLE =
  /^(?:a[lf]|and|bin|d[aeiou]|de[lnrs]|dell[ae]|d[ao]s|e[lt]?|for|ibn|l[ae]s?|of|te[nr]|the|und|v[ao]n|y|zu[mr]?)$/;

/** Separators between the name of a person and something else. */
const DIVIDED = / [-–—|·→:/]+ |[:;；：] /;
const YEAR = /(?<!\d)(?:19|20)\d\d(?!\d)/;

/** Whether a text reads like a name, not like a sentence. */
export function isName(text: string): boolean {
  const words = text.split(' ');
  const bare = text.replace(ABBREVIATION, '');
  if (/[!?;,…]$|[.!?] |^["“(].*[.]/.test(bare) || (/\.$/.test(bare) && words.length > 3)) {
    return false;
  }
  if (/\S by\b/.test(text)) return false;
  if (words.length <= 4) return true;
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length <= 10 && small * 3 <= words.length;
}

/** Whether a text ends with a verb and "by", as in `Written by`, which a name does not. */
export function isDeed(text: string): boolean {
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

/** Words after "by" that are not handles. */
const NOBODY =
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
  if (DIVIDED.test(text) || YEAR.test(text) || /[©®™]/.test(text)) return false;
  if (isCapital(first)) return true;
  // Handles, and names such as "de Vries".
  return words.length === 1
    ? /[\p{Lu}\d_]/u.test(text) || (isSure && !NOBODY.test(text))
    : PARTICLE.test(first) && first !== 'the' && isCapital(second);
}

/** The pattern of a version that is unambiguous without context. */
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
