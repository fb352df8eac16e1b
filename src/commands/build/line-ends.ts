/** Whether a page is what it should be. Line ends that differ only by CRLF are not a difference. */
export function isCurrent(existing: string, wanted: string): boolean {
  return withoutCrlf(existing) === withoutCrlf(wanted);
}

/** A text with the line ends of the one that it replaces. */
export function withLineEndsOf(existing: string | undefined, wanted: string): string {
  return existing?.includes('\r\n') ? wanted.replaceAll('\n', '\r\n') : wanted;
}

export function withoutCrlf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}
