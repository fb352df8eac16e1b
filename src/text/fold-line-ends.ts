/** Replaces CRLF by LF. A lone CR stays, as it ends no line in YAML errors, diffs and most editors. */
export function foldCrlf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/**
 * Replaces CRLF and CR by LF: every line end that Markdown knows.
 *
 * @see https://spec.commonmark.org/0.31.2/#line-ending
 */
export function foldLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
