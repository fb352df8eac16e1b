import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import { firstError } from '../diagnostics/report.ts';

/** A location, as Astro and Vite expect it. */
interface Location {
  /** Absolute. */
  file: string;
  line: number;
  column: number;
}

/** Vite's message that shows the error overlay, with the properties that Astro adds. */
interface Overlay {
  type: 'error';
  err: object;
}

/** The pages of a site could not be built: all errors as its message, and the location of the first. */
export class CreditsError extends Error {
  override name = 'CreditsError';
  /** Read by Astro and Vite. */
  readonly plugin = 'starlight-credits';
  readonly loc: Location | undefined;
  readonly #lines: string[];
  readonly #hint: string | undefined;

  /**
   * @param report the message
   * @param files the files with their messages
   * @param root the folder that the paths of the files are relative to
   */
  constructor(report: string, files: readonly VFile[], root: string) {
    super(report);
    // The problem is in the source, so our stack is noise.
    this.stack = '';
    const invalid = files.find((file) => firstError(file));
    const first = invalid && firstError(invalid);
    this.loc = invalid?.path
      ? { file: resolve(root, invalid.path), line: first?.line ?? 1, column: first?.column ?? 1 }
      : undefined;
    this.#hint = first?.note;
    this.#lines = files.flatMap(({ path, messages }) =>
      messages
        .filter(({ fatal }) => fatal)
        .map(({ line = 1, column = 1, reason }) => `${path}:${line}:${column}  ${reason}`),
    );
  }

  /** The error as an overlay. A new object each time, as Astro modifies it. */
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
