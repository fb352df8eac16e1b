/** Returns a string as a quoted YAML scalar. */
export function quoteScalar(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

/** Returns a string as a YAML scalar, without quotes if they are not needed. */
export function asScalar(text: string): string {
  return /^[\w][^:#]*$/.test(text) ? text : quoteScalar(text);
}
