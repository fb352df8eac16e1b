import { reportTo } from '../../diagnostics/report.ts';
import { readPageFile } from '../../file/read-file.ts';
import { reasonOf } from '../../file/system-error.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';
import type { OutputFile } from './make-pages.ts';

/** The file that a page replaces, if it exists. */
export interface ExistingPage {
  /** `undefined` if there is no file. */
  text: string | undefined;
  /** Whether the page is up to date. LF and CRLF line ends are equal. */
  isCurrent: boolean;
  /** The text of the page with the line ends of the file. */
  newText: string;
}

/** @throws {NodeJS.ErrnoException} if the file cannot be read */
export function readExistingPage({ path, text: built, exact }: OutputFile): ExistingPage {
  const text = readPageFile(path);
  return {
    text,
    isCurrent: text !== undefined && foldCrlf(text) === foldCrlf(built),
    newText: !exact && text?.includes('\r\n') ? built.replaceAll('\n', '\r\n') : built,
  };
}

/** Runs an action on the file of a page. If it throws, that is reported on the page. */
export function attempt<T>({ file }: OutputFile, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    reportTo(file)('output-unwritable', undefined, { reason: reasonOf(error) });
    return;
  }
}
