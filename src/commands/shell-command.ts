/** Returns a command to paste into a shell, which also works without an installation. */
export function shellCommand(args: readonly string[]): string {
  return shellWords(['npx', 'starlight-credits', ...args]);
}

/** Returns words as a shell reads them. */
export function shellWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w./@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
