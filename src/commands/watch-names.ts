import type { CommandProcess } from '../file/command-process.ts';
import { type FileWatcher, watchFiles } from '../file/watch-files.ts';
import { sourcePaths } from './find-sources.ts';

/** The minimum number of milliseconds between two searches for new sources. */
const SEARCH = 1000;
/** The pause after a search, as a multiple of its duration, so that large folders take little time. */
const PAUSE = 20;

/**
 * Watches the sources that arguments name. New files that match a glob, and new sources in a folder, are
 * watched as well.
 *
 * @param paths the current `sourcePaths` of the names
 */
export function watchNames(
  names: readonly string[],
  paths: readonly string[],
  process: Pick<CommandProcess, 'cwd'>,
): FileWatcher {
  const watcher = watchFiles(paths);
  let timer: NodeJS.Timeout | undefined;
  let isClosed = false;
  const search = async () => {
    const start = performance.now();
    // A folder may be removed while it is read.
    const found = await sourcePaths(names, process).catch(() => []);
    if (isClosed) return;
    watcher.add(found);
    searchLater((performance.now() - start) * PAUSE);
  };
  const searchLater = (pause: number) => {
    timer = setTimeout(search, Math.max(SEARCH, pause));
  };
  if (names.length > 0) searchLater(0);
  return {
    ...watcher,
    close() {
      isClosed = true;
      clearTimeout(timer);
      watcher.close();
    },
  };
}
