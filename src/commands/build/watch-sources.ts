import { resolve } from 'node:path';
import { type CommandProcess, DONE, type ExitCode } from '../../file/command-process.ts';
import { findSource, SOURCES, shownPath } from '../../file/read-file.ts';
import { watchFiles } from '../../file/watch-files.ts';

/**
 * Builds now, and again whenever a source changes, until the process is asked to end. Builds come
 * one after the other, and the last one sees the sources as they are.
 *
 * @param names paths of sources; none for the one in the current folder, whichever it is by then
 * @param build builds once; an invalid source is told and leaves the last page
 * @param say takes what there is to say, line by line
 */
export async function watch(
  names: readonly string[],
  build: () => Promise<unknown>,
  say: (line: string) => void,
  host: CommandProcess,
): Promise<ExitCode> {
  const possible = names.length > 0 ? names : SOURCES;
  const paths = new Set(possible.map((name) => resolve(host.cwd(), name)));
  const changes = watchFiles([...paths]);
  const release = host.onEnd(changes.end);
  try {
    await build();
    const shown = names.length > 0 ? names : [findSource(host)];
    say(`watching ${shown.join(' and ')}; press Ctrl-C to stop`);
    for (;;) {
      const changed = await changes.next();
      if (changed.length === 0) return DONE;
      say(`${changed.map((path) => shownPath(path, host)).join(' and ')} changed`);
      await build();
    }
  } finally {
    changes.end();
    release();
  }
}
