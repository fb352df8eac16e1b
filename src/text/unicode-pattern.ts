const patterns = new Map<string, RegExp>();

/**
 * Returns a regular expression with Unicode properties, such as `\p{L}`. V8 looks up the properties of a
 * literal whenever it parses the file, even if the literal is never used: without this function,
 * a fifteenth of the instructions that building a small page takes (callgrind, Node 20).
 *
 * @param source the pattern, as `RegExp` takes it
 * @param flags the flags other than `u`; with `g`, the expression must only be used by methods of strings
 */
export function unicodePattern(source: string, flags = ''): RegExp {
  const key = `${flags}/${source}`;
  const pattern = patterns.get(key) ?? new RegExp(source, `${flags}u`);
  patterns.set(key, pattern);
  return pattern;
}
