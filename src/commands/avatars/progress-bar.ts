import type { CommandProcess } from '../../file/command-process.ts';

/** Progress on a terminal: one line, which is erased at the end. */
export interface ProgressBar {
  /** Shows how many of all steps are done. */
  update(done: number, count: number): void;
  done(): void;
}

const WIDTH = 24;

/** Returns a progress bar. Nothing is shown in CI, or without a terminal that can erase a line. */
export function progressBarOn(
  { stderr, env }: CommandProcess,
  noun: string,
  isEnabled: boolean,
): ProgressBar {
  if (!isEnabled || env.CI || env.TERM === 'dumb' || !stderr.isTTY) {
    return { update() {}, done() {} };
  }
  return {
    update(done, count) {
      const filled = Math.floor((WIDTH * done) / count);
      const bar = '#'.repeat(filled) + '-'.repeat(WIDTH - filled);
      stderr.write(`\r\x1b[K[${bar}] ${done} of ${count} ${noun}`);
    },
    done: () => stderr.write('\r\x1b[K'),
  };
}
