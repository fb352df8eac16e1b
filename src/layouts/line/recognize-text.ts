/** Whether texts read like names, like people, like versions or like licences. */

/** Initials and abbreviations: what ends with a full stop, and is no end of a sentence. */
const ABBREVIATION =
  /(?<![\p{L}\p{N}])(?:\p{Lu}|Co|Corp|Dr|Inc|Jr|Ltd|Mr|Mrs|Ms|Mt|Prof|Sr|St|vs)\.(?![\p{L}\p{N}])/gu;

/** Small words that are parts of names. */
const PARTICLE =
  /^(?:a[lf]|and|bin|d[aeiou]|de[lnrs]|dell[ae]|d[ao]s|e[lt]?|for|ibn|l[ae]s?|of|te[nr]|the|und|v[ao]n|y|zu[mr]?)$/;

/** What stands between what somebody is called and something else. */
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

/** Whether a text says what somebody did, not what is called so: `Written by hand`. */
export function isDeed(text: string): boolean {
  return /(?:^|\s)(?:\p{L}{2,}(?<!e)ed|brought|built|done|drawn|given|made|run|sung|written) by\b/iu.test(
    text,
  );
}

/** Whether all words of a text are capital, but for small ones between them. */
export function isProper(text: string): boolean {
  const words = text.split(' ');
  return words.every(
    (word, index) => isCapital(word) || (index > 0 && words.length > 2 && PARTICLE.test(word)),
  );
}

function isCapital(word: string): boolean {
  return !/^[^\p{L}\p{N}@]*\p{Ll}/u.test(word);
}

/** Words that look like handles, and are no people. */
const NOBODY =
  /^(?:accident|chance|choice|default|definition|design|e?mail|hand|law|many|me|mistake|nature|others|post|request|them|us|various|you)$/;

/** Words of the longest name of a person that is taken for one. */
const WORDS = 6;

/**
 * Whether a text may be what somebody is called.
 *
 * @param isSure whether people are expected here, so that a small word may be a handle
 */
export function isPerson(text: string, isSure: boolean): boolean {
  const words = text.split(' ');
  const [first = '', second = ''] = words;
  const bare = text.replace(ABBREVIATION, '');
  if (words.length > WORDS || /[.,;:!?…]$/.test(bare) || !/[\p{L}\p{N}]/u.test(text)) return false;
  if (DIVIDED.test(text) || YEAR.test(text) || /[©®™]/.test(text)) return false;
  if (isCapital(first)) return true;
  // Handles, and names such as "de Vries".
  return words.length === 1
    ? /[\p{Lu}\d_]/u.test(text) || (isSure && !NOBODY.test(text))
    : PARTICLE.test(first) && first !== 'the' && isCapital(second);
}

/** The pattern of a version that cannot be anything else. */
export const VERSION = 'v\\d[\\w.+\\\\-]*|\\d+(?:\\.\\d+)+[\\w.+\\\\-]*';

/** Whether a text is a version, or the least one that will do. */
export function isVersion(text: string): boolean {
  return new RegExp(`^[\\^~<>=≥≤ ]*(?:${VERSION})$`).test(text);
}

/** Whether a text is a year, or some years. */
export function isYear(text: string): boolean {
  return /^(?:19|20)\d\d(?: ?[-–—,] ?\d{2,4})*$/.test(text);
}

/** The families of the identifiers that SPDX lists, and the word itself. */
const LICENSE =
  /^(?:0BSD|AFL|AGPL|Apache|Artistic|BSD|BSL|BUSL|CC0?|CDDL|ECL|EPL|EUPL|GFDL|GPL|ISC|LGPL|LPPL|MIT|MPL|MS-PL|NCSA|OFL|OSL|PostgreSQL|PSF|Python|Ruby|SIL|Unicode|Unlicense|UPL|Vim|W3C|WTFPL|X11|Zlib|ZPL)\b|licen[cs]e|public domain|proprietary/i;

export function isLicense(text: string): boolean {
  return LICENSE.test(text) && text.split(' ').length <= 8;
}
