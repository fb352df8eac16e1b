/** Returns the usual notation of a code point, such as `U+200B`. */
export function formatCodePoint(code: number): string {
  return `U+${code.toString(16).toUpperCase().padStart(4, '0')}`;
}
