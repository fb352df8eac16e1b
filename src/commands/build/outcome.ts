import type { ExitCode } from '../exit-code.ts';

/** The result of writing, printing or comparing pages. */
export interface Outcome {
  code: ExitCode;
  /** The pages or differences, for stdout. */
  stdout?: string;
  /** A line about each page, for stderr. */
  lines?: string[];
  /** Whether a file has been written. */
  isChanged?: boolean;
}
