/** How the command is typed with these arguments, in a shell and without being installed. */
export function commandLine(args: readonly string[]): string {
  return ['npx', 'starlight-credits', ...args]
    .map((word) => (/^[\w./@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
