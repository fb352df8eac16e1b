import { foldCrlf } from '../../text/fold-line-ends.ts';

/** Whether an existing page is up to date. LF and CRLF line ends are equal. */
export function isCurrent(existing: string, built: string): boolean {
  return foldCrlf(existing) === foldCrlf(built);
}

/** Returns a text with the line ends of the existing file. */
export function withLineEndsOf(existing: string | undefined, built: string): string {
  return existing?.includes('\r\n') ? built.replaceAll('\n', '\r\n') : built;
}
