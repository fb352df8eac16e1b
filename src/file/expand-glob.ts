import process from 'node:process';
import { glob, globSync } from 'tinyglobby';

const OPTIONS = {
  expandDirectories: false,
  followSymbolicLinks: false,
  ignore: ['**/node_modules/**', '**/.git/**'],
};

/**
 * Returns the files and folders that a glob matches: sorted paths relative to a folder, with `/`. `**`
 * skips `node_modules` and `.git`.
 */
export async function expandGlob(pattern: string, folder: string): Promise<string[]> {
  const found = await glob(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, {
    cwd: folder,
    ...OPTIONS,
    onlyFiles: false,
  });
  return found.map((path) => path.replace(/\/$/, '')).sort();
}

/** Returns the files that a glob matches, like `expandGlob`, without waiting. */
export function expandGlobSync(pattern: string, folder: string): string[] {
  return globSync(pattern, { cwd: folder, ...OPTIONS, onlyFiles: true }).sort();
}
