import type { CommandProcess } from '../file/command-process.ts';
import { packageRunner } from '../file/package-manager.ts';

/**
 * Returns a command to paste into a shell, which also works without an installation. It uses the package
 * manager of the current folder.
 */
export function shellCommand(
  args: readonly string[],
  { cwd }: Pick<CommandProcess, 'cwd'>,
): string {
  return shellWords([...packageRunner(cwd(), 'starlight-credits'), ...args]);
}

/** Returns words as a shell reads them. */
export function shellWords(words: readonly string[]): string {
  return words
    .map((word) => (/^[\w./@+-]+$/.test(word) ? word : `'${word.replaceAll("'", "'\\''")}'`))
    .join(' ');
}
