import {
  type FSWatcher,
  readFileSync,
  statSync,
  unwatchFile,
  watchFile,
  watch as watchFolder,
} from 'node:fs';
import { basename, dirname } from 'node:path';
import { filesIn } from './list-folder.ts';
import { isPictureName } from './picture-file.ts';

/** Changes within this number of milliseconds are reported together. */
const DEBOUNCE = 60;
/** Milliseconds between two polls of a file, for changes that watching its folder misses. */
const POLL = 400;

export interface FileWatcher {
  /**
   * Waits until a file has changed since the last call.
   *
   * @returns the files that have changed, or none once the watcher is closed
   */
  next(): Promise<string[]>;
  /** Watches more files. Those that are not watched yet count as changed. */
  add(paths: readonly string[]): void;
  /** Watches more folders for pictures that appear or vanish. */
  addFolders(paths: readonly string[]): void;
  /** Stops watching. A pending `next` resolves. */
  close(): void;
}

/**
 * Watches files by their paths. The files and their folders may be replaced, or be removed and
 * created again.
 *
 * @param paths absolute
 */
export function watchFiles(paths: readonly string[]): FileWatcher {
  const states = new Map<string, string | undefined>(paths.map((path) => [path, stateOf(path)]));
  let isClosed = false;
  let isTouched = false;
  let timer: NodeJS.Timeout | undefined;
  let wake = () => {};

  const touch = () => {
    isTouched = true;
    clearTimeout(timer);
    timer = setTimeout(() => wake(), DEBOUNCE);
  };
  const stops = [...states.keys()].map((path) => watchPath(path, touch));

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
      while (!isClosed) {
        // Changes between two calls count as well.
        if (isTouched) touch();
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
        const found = isClosed ? [] : changed();
        if (found.length > 0) return found;
      }
      return [];
    },
    add(more) {
      for (const path of more) {
        if (states.has(path)) continue;
        states.set(path, undefined);
        stops.push(watchPath(path, touch));
        touch();
      }
    },
    addFolders(more) {
      for (const path of more) {
        if (states.has(path)) continue;
        states.set(path, stateOf(path));
        stops.push(watchPath(path, touch));
      }
    },
    close() {
      isClosed = true;
      clearTimeout(timer);
      for (const stop of stops) stop();
      wake();
    },
  };
}

/**
 * Calls `touch` when a file may have changed. The folder is watched, as most editors replace a file
 * by a new one. The path is also polled, as the folder may be replaced as well, and the file may be
 * a link or on a network drive.
 *
 * @returns a function that stops watching
 */
function watchPath(path: string, touch: () => void): () => void {
  let folder: FSWatcher | undefined;
  const open = () => {
    folder?.close();
    try {
      const watcher = watchFolder(dirname(path), (_, name) => {
        if (name === null || name === basename(path)) touch();
      });
      // Emitted if the folder is removed; polling finds a new one.
      folder = watcher.on('error', () => watcher.close());
    } catch {
      folder = undefined;
    }
  };
  const poll = () => {
    open();
    touch();
  };
  open();
  watchFile(path, { interval: POLL }, poll);
  return () => {
    unwatchFile(path, poll);
    folder?.close();
  };
}

/** Returns a string that changes with a file or folder: its bytes or pictures, or the reason why it has none. */
function stateOf(path: string): string {
  try {
    const entry = statSync(path);
    if (entry.isDirectory()) return `pictures ${filesIn(path).filter(isPictureName).join('/')}`;
    if (!entry.isFile()) return 'no file';
    return `bytes ${readFileSync(path, 'latin1')}`;
  } catch (error) {
    return `${(error as NodeJS.ErrnoException).code}`;
  }
}
