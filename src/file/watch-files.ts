/** Files that are followed as they change. */
import {
  type FSWatcher,
  readFileSync,
  statSync,
  unwatchFile,
  watchFile,
  watch as watchFolder,
} from 'node:fs';
import { basename, dirname } from 'node:path';

/** Milliseconds without a further change that make a burst of changes one. */
const QUIET = 60;
/** Milliseconds from one look at a file to the next, for what the watch of a folder does not see. */
const LOOK = 400;

/** Waits for changes. */
export interface Changes {
  /**
   * Waits until a file is not as it was when it was last asked for.
   *
   * @returns the files that have changed; none once it has been ended
   */
  next(): Promise<string[]>;
  /** Ends it. Whoever waits gets to know. */
  end(): void;
}

/**
 * Follows files by their paths, whatever becomes of the files and folders that these lead to: they
 * may be replaced, be removed and come back.
 *
 * @param paths absolute
 */
export function watchFiles(paths: readonly string[]): Changes {
  const states = new Map(paths.map((path) => [path, stateOf(path)]));
  let isEnded = false;
  let isTouched = false;
  let timer: NodeJS.Timeout | undefined;
  let wake = () => {};

  const touch = () => {
    isTouched = true;
    clearTimeout(timer);
    timer = setTimeout(() => wake(), QUIET);
  };
  const stops = paths.map((path) => watchPath(path, touch));

  /** The files that are not as they were; from now on they are as they should be. */
  const changed = () => {
    isTouched = false;
    return [...states].flatMap(([path, before]) => {
      const now = stateOf(path);
      states.set(path, now);
      return now === before ? [] : [path];
    });
  };

  return {
    async next() {
      while (!isEnded) {
        // What has been touched while nobody waited is as good as touched now.
        if (isTouched) touch();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        const found = isEnded ? [] : changed();
        if (found.length > 0) return found;
      }
      return [];
    },
    end() {
      isEnded = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
      wake();
    },
  };
}

/**
 * Calls `touch` when a file may have changed. Its folder is watched, since most editors put a new
 * file in the place of the old one; and the path is looked at now and then, since that folder may
 * itself be replaced, the file may be a link to another folder, or be on another machine.
 *
 * @returns what ends it
 */
function watchPath(path: string, touch: () => void): () => void {
  let folder: FSWatcher | undefined;
  const open = () => {
    folder?.close();
    try {
      const watcher = watchFolder(dirname(path), (_, name) => {
        if (name === null || name === basename(path)) touch();
      });
      // It fails when the folder is gone; what comes in its place is seen by looking.
      folder = watcher.on('error', () => watcher.close());
    } catch {
      folder = undefined;
    }
  };
  const look = () => {
    open();
    touch();
  };
  open();
  watchFile(path, { interval: LOOK }, look);
  return () => {
    unwatchFile(path, look);
    folder?.close();
  };
}

/** All that matters of a file: its bytes, or why it has none. */
function stateOf(path: string): string {
  try {
    if (!statSync(path).isFile()) return 'no file';
    return `bytes ${readFileSync(path, 'latin1')}`;
  } catch (error) {
    return `${(error as NodeJS.ErrnoException).code}`;
  }
}
