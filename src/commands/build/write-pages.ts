import { reportTo } from '../../diagnostics/report.ts';
import { type Change, editFiles } from '../../file/edit-files.ts';
import { reasonOf } from '../../file/system-error.ts';
import { DONE, FAILED } from '../exit-code.ts';
import type { Outcome } from './outcome.ts';
import type { OutputFile } from './output-file.ts';

/** Writes all pages, or none if one of them cannot be written. */
export async function writePages(pages: readonly OutputFile[]): Promise<Outcome> {
  const results = await editFiles(
    pages.map(({ target, isPart, newText }) => ({ target, isPart, edit: newText })),
  );
  const lines: string[] = [];
  let isDone = true;
  for (const [index, { file }] of pages.entries()) {
    const result = results[index];
    if (result && 'change' in result) lines.push(lineOf[result.change](file.path));
    else isDone = false;
    if (result && 'error' in result) {
      reportTo(file)('output-unwritable', undefined, { reason: reasonOf(result.error) });
    }
  }
  return { code: isDone ? DONE : FAILED, lines };
}

const lineOf: Record<Change, (path: string) => string> = {
  created: (path) => `created ${path}`,
  updated: (path) => `updated ${path}`,
  none: (path) => `${path} is up to date`,
};
