/** Replaces CRLF with LF. A lone CR is kept: it does not end a line in diffs and most editors. */
export function foldCrlf(text: string): string {
  return text.replaceAll('\r\n', '\n');
}

/**
 * Replaces CR with LF, but not CRLF, so that all offsets stay. A lone CR ends a line of YAML, but not for
 * its parser.
 *
 * @see https://yaml.org/spec/1.2.2/#54-line-break-characters
 */
export function foldLoneCr(text: string): string {
  return text.includes('\r') ? text.replace(/\r(?!\n)/g, '\n') : text;
}

/**
 * Replaces CRLF and CR with LF: all line endings of Markdown.
 *
 * @see https://spec.commonmark.org/0.31.2/#line-ending
 */
export function foldLineEnds(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}
