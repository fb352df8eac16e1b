import { reportTo } from '../../diagnostics/report.ts';
import type { ExitCode } from '../../file/command-process.ts';
import { reasonOf } from '../../file/read-file.ts';
import type { BuiltPage } from './make-pages.ts';

/** The result of writing, printing or comparing pages. */
export interface Outcome {
  code: ExitCode;
  /** The pages or differences, for stdout. */
  stdout?: string;
  /** A line about each page, for stderr. */
  lines?: string[];
}

/** Runs an action on the file of a page, and reports on the page if it fails. */
export function attempt<T>({ file }: BuiltPage, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    reportTo(file)('output-unwritable', undefined, { reason: reasonOf(error) });
    return;
  }
}
