import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import { firstError } from '../diagnostics/report.ts';

/** A place in a file, as Astro and Vite name it. */
interface Location {
  /** Absolute. */
  file: string;
  line: number;
  column: number;
}

/** What Astro and Vite show over the page. */
interface Overlay {
  type: 'error';
  err: object;
}

/** Why the pages of a site cannot be made: all errors as its message, and the place of the first. */
export class CreditsError extends Error {
  override name = 'CreditsError';
  /** Read by Astro and Vite. */
  readonly plugin = 'starlight-credits';
  readonly loc: Location | undefined;
  readonly #lines: string[];
  readonly #hint: string | undefined;

  /**
   * @param report all that is to be told in a terminal
   * @param files those that it tells of
   * @param root what their paths are relative to
   */
  constructor(report: string, files: readonly VFile[], root: string) {
    super(report);
    // Where in our code it was found helps nobody to mend a source.
    this.stack = '';
    const wrong = files.find((file) => firstError(file));
    const first = wrong && firstError(wrong);
    this.loc = wrong?.path
      ? { file: resolve(root, wrong.path), line: first?.line ?? 1, column: first?.column ?? 1 }
      : undefined;
    this.#hint = first?.note;
    this.#lines = files.flatMap(({ path, messages }) =>
      messages
        .filter(({ fatal }) => fatal)
        .map(({ line = 1, column = 1, reason }) => `${path}:${line}:${column}  ${reason}`),
    );
  }

  /** The same for a browser. It is made anew each time, for Astro changes what it is given. */
  get overlay(): Overlay {
    const { name, plugin, loc } = this;
    const err = {
      ...{ name, plugin, title: 'The credits page could not be built.' },
      message: this.#lines.join('\n'),
      ...(this.#hint && { hint: this.#hint }),
      ...(loc && { loc: { ...loc }, id: loc.file }),
      stack: '',
    };
    return { type: 'error', err };
  }
}
