/** Files other than pages that `import` reads. */
export type DataFormat = 'citation';

/** Returns the format of a file by its name, `'unknown'` if only its content shows it, or `undefined`. */
export function dataFormatOf(path: string): DataFormat | 'unknown' | undefined {
  if (/\.cff$/i.test(path)) return 'citation';
  return /\.ya?ml$/i.test(path) ? 'unknown' : undefined;
}

/** Returns the format of a file by its content, or `undefined` if it has none of the formats. */
export function dataFormatIn(text: string): DataFormat | undefined {
  return /^["']?cff-version["']?[ \t]*:/m.test(text) ? 'citation' : undefined;
}
