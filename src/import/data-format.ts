/** Files other than pages that `import` reads. */
export type DataFormat = 'all-contributors' | 'citation';

/** Returns the format of a file by its name, `'unknown'` if only its content shows it, or `undefined`. */
export function dataFormatOf(path: string): DataFormat | 'unknown' | undefined {
  const [name = ''] = /[^/\\]*$/.exec(path) ?? [];
  if (/^\.?all-contributorsrc(?:\.json)?$/i.test(name)) return 'all-contributors';
  if (/\.cff$/i.test(name)) return 'citation';
  return /\.(?:json|ya?ml)$/i.test(name) || !name.includes('.') ? 'unknown' : undefined;
}

/** Returns the format of a file by its content, or `undefined` if it has none of the formats. */
export function dataFormatIn(text: string): DataFormat | undefined {
  if (/^["']?cff-version["']?[ \t]*:/m.test(text)) return 'citation';
  // `package.json` also has contributors, but without contributions.
  return /^\s*\{/.test(text) && /"contributors"\s*:/.test(text) && /"contributions"\s*:/.test(text)
    ? 'all-contributors'
    : undefined;
}
