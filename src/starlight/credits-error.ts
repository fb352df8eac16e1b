import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import { firstError } from '../diagnostics/report.ts';
import { printable, printableLines } from '../text/printable.ts';

/** The maximum number of errors of a file in the overlay, as in a terminal. */
const MAX_MESSAGES = 50;

/** A location, as Astro and Vite expect it. */
interface Location {
  /** An absolute path. */
  file: string;
  /** The line, from 1. */
  line: number;
  /** The column, from 1, in UTF-16 code units. */
  column: number;
}

/** Vite's message that shows the error overlay, with the properties that Astro adds. */
interface Overlay {
  type: 'error';
  err: object;
}

/**
 * The pages of a site could not be built, or are out of date. The message contains the differences of
 * `check`, and all errors as the text reporter formats them.
 */
export class CreditsError extends Error {
  override name = 'CreditsError';
  /** The name of the plugin, which Astro and Vite show. */
  readonly plugin = 'starlight-credits';
  /** The location of the first error, which Astro and Vite show, or `undefined` if there is none. */
  readonly loc: Location | undefined;
  readonly #lines: string[];

  /**
   * @param report The message of the error.
   * @param files The sources and pages, with their messages.
   * @param root The absolute path of the folder that the paths of the files are relative to.
   */
  constructor(report: string, files: readonly VFile[], root: string) {
    super(report);
    // The problem is in a source, so a stack trace does not help.
    this.stack = '';
    const invalid = files.find((file) => firstError(file));
    const first = invalid && firstError(invalid);
    this.loc = invalid?.path
      ? { file: resolve(root, invalid.path), line: first?.line ?? 1, column: first?.column ?? 1 }
      : undefined;
    this.#lines = files.flatMap(({ path, messages }) => {
      const errors = messages.filter(({ fatal }) => fatal);
      const lines = errors
        .slice(0, MAX_MESSAGES)
        .map(({ line = 1, column = 1, ruleId, reason, note }) =>
          printableLines(
            `${printable(path ?? '')}:${line}:${column} error ${ruleId}  ${reason}\n  help: ${note}`,
          ),
        );
      const others = errors.length - lines.length;
      if (others > 0) {
        lines.push(`… and ${others.toLocaleString('en')} more errors in ${printable(path ?? '')}`);
      }
      return lines;
    });
  }

  /** Vite's message that shows this error. It is a new object each time, as Astro modifies it. */
  get overlay(): Overlay {
    const { name, plugin, loc } = this;
    const err = {
      ...{ name, plugin, title: 'The credits page could not be built.' },
      message: this.#lines.map(withoutLinks).join('\n\n'),
      ...(loc && { loc: { ...loc }, id: loc.file }),
      stack: '',
    };
    return { type: 'error', err };
  }
}

/**
 * Separates the marks of URLs, links and bold text with U+2060 (word joiner), which is invisible. Astro
 * formats a message as Markdown, but the text of a source must not become a link.
 */
function withoutLinks(text: string): string {
  return text.replace(/(?<=:)(?=\/\/)|(?<=\])(?=\()|(?<=\*)(?=\*)/g, '\u2060');
}
