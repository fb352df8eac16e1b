import {
  removeStaleTemporaryFiles,
  type TemporaryFile,
  writeTemporaryFile,
} from '../../file/replace-file.ts';
import { DONE, FAILED } from '../exit-code.ts';
import { attempt, readExistingPage } from './existing-page.ts';
import type { OutputFile } from './make-pages.ts';
import type { Outcome } from './outcome.ts';

/**
 * Writes all pages or none: each changed page first goes to a temporary file. Only if that succeeds
 * for every page are the existing files replaced.
 */
export function writePages(pages: readonly OutputFile[]): Outcome {
  const prepared = pages.map((page) => attempt(page, () => prepare(page)));
  if (prepared.includes(undefined)) {
    for (const each of prepared) each?.temporary?.remove();
    return { code: FAILED };
  }
  const lines = pages.map((page, index) =>
    attempt(page, () => {
      const { line, temporary } = prepared[index] as PreparedPage;
      temporary?.replaceTarget();
      return line;
    }),
  );
  return {
    code: lines.includes(undefined) ? FAILED : DONE,
    lines: lines.filter((line) => line !== undefined),
  };
}

interface PreparedPage {
  /** What happens to the page, for stderr. */
  line: string;
  /** The new text of the page, if it has changed. */
  temporary?: TemporaryFile;
}

/** @throws if the existing file cannot be read or replaced, or the temporary one cannot be written */
function prepare(page: OutputFile): PreparedPage {
  const { path, file } = page;
  removeStaleTemporaryFiles(path);
  const { text, isCurrent, newText } = readExistingPage(page);
  if (isCurrent) return { line: `${file.path} is up to date` };
  return {
    line: `${text === undefined ? 'created' : 'updated'} ${file.path}`,
    temporary: writeTemporaryFile(path, newText),
  };
}
