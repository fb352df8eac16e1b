/** Returns a text without the byte order mark at its start, if it has one. */
export function stripBom(text: string): string {
  return text.replace(/^\ufeff/, '');
}
