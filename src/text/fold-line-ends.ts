/** Replaces CRLF with LF. A lone CR is kept: it does not end a line in diffs and most editors. */
export function foldCrlf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/**
 * Replaces CRLF and CR with LF: all line endings of Markdown.
 *
 * @see https://spec.commonmark.org/0.31.2/#line-ending
 */
export function foldLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
