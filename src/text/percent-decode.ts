/** Decodes a part of a URL, unless it is not a valid one. */
export function percentDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
