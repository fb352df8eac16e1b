import type { CommandProcess } from '../../file/command-process.ts';
import { displayPath } from '../../file/display-path.ts';
import { DONE, type ExitCode } from '../exit-code.ts';
import { findSources, sourcePaths } from '../find-sources.ts';
import { findSource } from '../source-file.ts';
import { watchNames } from '../watch-names.ts';

/**
 * Builds now, and again whenever a source changes, or a picture appears or vanishes, until the process is asked
 * to end. Builds never overlap, and a change during a build starts another one.
 *
 * @param names as for `findSources`; if empty, the source in the current folder at the time of a build
 * @param build builds once, and returns the folders with the pictures
 * @param log prints a line
 */
export async function watchSources(
  names: readonly string[],
  build: () => Promise<readonly string[]>,
  log: (line: string) => void,
  process: CommandProcess,
): Promise<ExitCode> {
  const watcher = watchNames(names, await sourcePaths(names, process), process);
  const release = process.onEnd(watcher.close);
  try {
    watcher.addFolders(await build());
    const watched = names.length > 0 ? await findSources(names, process) : [findSource(process)];
    log(`watching ${watched.join(' and ')}; press Ctrl-C to stop`);
    for (;;) {
      const changed = await watcher.next();
      if (changed.length === 0) return DONE;
      log(`${changed.map((path) => displayPath(path, process)).join(' and ')} changed`);
      watcher.addFolders(await build());
    }
  } finally {
    watcher.close();
    release();
  }
}
