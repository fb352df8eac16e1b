import { resolve } from 'node:path';
import type { CommandProcess } from '../../file/command-process.ts';
import { displayPath } from '../../file/display-path.ts';
import { watchFiles } from '../../file/watch-files.ts';
import { DONE, type ExitCode } from '../exit-code.ts';
import { findSource } from '../source-file.ts';
import { SOURCES } from '../source-names.ts';

/**
 * Builds now, and again whenever a source changes, until the process is asked to end. Builds never
 * overlap, and a change during a build starts another one.
 *
 * @param names paths of sources; if empty, the source in the current folder at the time of a build
 * @param build builds once
 * @param log prints a line
 */
export async function watchSources(
  names: readonly string[],
  build: () => Promise<unknown>,
  log: (line: string) => void,
  process: CommandProcess,
): Promise<ExitCode> {
  const possible = names.length > 0 ? names : SOURCES;
  const paths = new Set(possible.map((name) => resolve(process.cwd(), name)));
  const watcher = watchFiles([...paths]);
  const release = process.onEnd(watcher.close);
  try {
    await build();
    const watched = names.length > 0 ? names : [findSource(process)];
    log(`watching ${watched.join(' and ')}; press Ctrl-C to stop`);
    for (;;) {
      const changed = await watcher.next();
      if (changed.length === 0) return DONE;
      log(`${changed.map((path) => displayPath(path, process)).join(' and ')} changed`);
      await build();
    }
  } finally {
    watcher.close();
    release();
  }
}
