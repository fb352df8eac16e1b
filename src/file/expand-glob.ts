import process from 'node:process';
import { glob } from 'tinyglobby';

/**
 * Returns the files and folders that a glob matches: sorted paths relative to a folder, with `/`. `**`
 * skips `node_modules` and `.git`.
 */
export async function expandGlob(pattern: string, folder: string): Promise<string[]> {
  const found = await glob(process.platform === 'win32' ? pattern.replaceAll('\\', '/') : pattern, {
    cwd: folder,
    onlyFiles: false,
    expandDirectories: false,
    followSymbolicLinks: false,
    ignore: ['**/node_modules/**', '**/.git/**'],
  });
  return found.map((path) => path.replace(/\/$/, '')).sort();
}
