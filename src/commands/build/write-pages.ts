import { reportTo } from '../../diagnostics/report.ts';
import { type Change, editFiles, type FileEdit } from '../../file/edit-files.ts';
import { unwritable } from '../../file/system-error.ts';
import { DONE, FAILED } from '../exit-code.ts';
import { dropsText, type ReplacedText } from './dropped-text.ts';
import type { Outcome } from './outcome.ts';
import type { OutputFile } from './output-file.ts';
import type { ReplaceOptions } from './report-dropped-text.ts';

interface WriteOptions extends ReplaceOptions {
  /** Whether to replace any text. */
  force: boolean;
  /** Whether a message keeps a page from being written. */
  isFatal(message: OutputFile['file']['messages'][number]): boolean;
}

/** A page must not be replaced. Its messages say why. */
class RefusedEdit extends Error {}

/** What this process has written, by file and region. */
const written = new Map<string, string>();

/** Writes all pages, or none if one of them cannot or must not be written. */
export async function writePages(
  pages: readonly OutputFile[],
  options: WriteOptions,
): Promise<Outcome> {
  const edits = pages.map((page) => new PageEdit(page, options));
  const results = await editFiles(edits);
  const lines: string[] = [];
  let isDone = true;
  let isChanged = false;
  for (const [index, edit] of edits.entries()) {
    const { file } = edit.page;
    const result = results[index];
    if (result && 'change' in result) {
      lines.push(lineOf[result.change](file.path));
      edit.remember();
      isChanged ||= result.change !== 'none';
    } else isDone = false;
    if (result && 'error' in result && !(result.error instanceof RefusedEdit)) {
      // The folder exists, but file systems such as /proc do not allow new files.
      const isRefused = (result.error as NodeJS.ErrnoException).code === 'ENOENT';
      const why = isRefused ? { reason: 'no file can be created there' } : unwritable(result.error);
      reportTo(file)('output-unwritable', undefined, why);
    }
  }
  return { code: isDone ? DONE : FAILED, lines, isChanged };
}

const lineOf: Record<Change, (path: string) => string> = {
  created: (path) => `created ${path}`,
  updated: (path) => `updated ${path}`,
  none: (path) => `${path} is up to date`,
};

class PageEdit implements FileEdit {
  readonly page: OutputFile;
  readonly #options: WriteOptions;
  #parts: readonly ReplacedText[] = [];
  /** Texts that may be replaced. They are not checked again if the file changes meanwhile. */
  readonly #accepted = new Set<string>();

  constructor(page: OutputFile, options: WriteOptions) {
    this.page = page;
    this.#options = options;
  }

  get target() {
    return this.page.target;
  }

  get isPart() {
    return this.page.isPart;
  }

  /** @throws {RefusedEdit} if the file must not be replaced */
  async edit(current: string | undefined): Promise<string> {
    const { newText, parts } = this.page.replace(current);
    if (!this.#options.force && newText !== current) await this.#check(parts);
    for (const { before } of parts) this.#accepted.add(before);
    this.#parts = parts;
    return newText;
  }

  async #check(parts: readonly ReplacedText[]): Promise<void> {
    const dropped = parts.filter(
      (part) => !this.#accepted.has(part.before) && dropsText(part, written.get(this.#keyOf(part))),
    );
    if (dropped.length === 0) return;
    const { reportDroppedText } = await import('./report-dropped-text.ts');
    reportDroppedText(this.page, dropped, this.#options);
    if (this.page.file.messages.some(this.#options.isFatal)) throw new RefusedEdit();
  }

  /** Remembers what was written. */
  remember(): void {
    for (const part of this.#parts) written.set(this.#keyOf(part), part.after);
  }

  #keyOf({ region = '' }: ReplacedText): string {
    return `${this.target.realPath}\n${region}`;
  }
}
