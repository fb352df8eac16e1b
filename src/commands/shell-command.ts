/** Returns a command to paste into a shell, which also works without an installation. */
export function shellCommand(args: readonly string[]): string {
  return ['npx', 'starlight-credits', ...args]
    .map((word) => (/^[\w./@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
