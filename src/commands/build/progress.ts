import type { CommandProcess } from '../../file/command-process.ts';

/** Characters of a source whose build takes long enough to be spoken of. */
const LARGE = 1_000_000;
/** Sources that are many. */
const MANY = 10;

/** Tells on a terminal what is being done, in a line that goes away. */
export interface Progress {
  /** A source is built: the one at an index of as many, and how long it is. */
  source(path: string, index: number, count: number, length: number): void;
  done(): void;
}

/** The progress of a build. Where nobody watches, in CI, and where it is not wanted, it is silent. */
export function progressOn({ stderr, env }: CommandProcess, isWanted: boolean): Progress {
  let isShown = false;
  return {
    source(path, index, count, length) {
      if (!isWanted || env.CI || (count < MANY && length < LARGE) || !stderr.isTTY) return;
      const place = count > 1 ? ` (${index + 1} of ${count})` : '';
      stderr.write(`\r\x1b[Kbuilding ${path}${place} …`);
      isShown = true;
    },
    done() {
      if (isShown) stderr.write('\r\x1b[K');
      isShown = false;
    },
  };
}
