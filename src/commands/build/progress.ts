import type { VFile } from 'vfile';
import type { CommandProcess } from '../../file/command-process.ts';
import { cut, printable } from '../../text/printable.ts';

/** Progress is shown for sources of this length, in characters. */
const LARGE = 1_000_000;
/** Progress is shown for this number of sources. */
const MANY = 10;

/** Progress on a terminal: one line, which is erased at the end. */
export interface Progress {
  /** Shows which source is being built, and how many there are. */
  source(source: VFile, index: number, count: number): void;
  done(): void;
}

/** Returns the progress of a build. Nothing is shown in CI or without a terminal. */
export function progressOn({ stderr, env }: CommandProcess, isEnabled: boolean): Progress {
  let isShown = false;
  return {
    source({ path = 'standard input', value = '' }, index, count) {
      if (!isEnabled || env.CI || (count < MANY && value.length < LARGE) || !stderr.isTTY) return;
      const place = count > 1 ? ` (${index + 1} of ${count})` : '';
      stderr.write(`\r\x1b[Kbuilding ${cut(printable(path), 60)}${place} …`);
      isShown = true;
    },
    done() {
      if (isShown) stderr.write('\r\x1b[K');
      isShown = false;
    },
  };
}
