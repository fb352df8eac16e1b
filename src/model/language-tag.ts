/** Language tags, which are compared without case. */

/**
 * A pattern for well-formed tags, without those of old standards.
 *
 * @see https://www.rfc-editor.org/rfc/rfc5646#section-2.1
 */
export const LANGUAGE_TAG = '^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*$';

export function isLanguageTag(text: string): boolean {
  return new RegExp(LANGUAGE_TAG).test(text);
}

/** Returns the tag in a list that is the same as a tag, or `undefined` if there is none. */
export function findLanguage(tags: readonly string[], tag: string): string | undefined {
  const lower = tag.toLowerCase();
  return tags.find((each) => each.toLowerCase() === lower);
}
