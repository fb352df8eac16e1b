const NAMED_REFERENCES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '"': '&quot;',
  "'": '&apos;',
};

/**
 * Replaces characters with character references.
 *
 * @param unsafe matches the characters to replace, one at a time, with the `g` flag
 */
export function escapeHtml(text: string, unsafe: RegExp): string {
  return text.replace(
    unsafe,
    (character) => NAMED_REFERENCES[character] ?? `&#${character.charCodeAt(0)};`,
  );
}
