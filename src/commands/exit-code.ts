/** Success, or nothing to do. */
export const DONE = 0;
/** The answer is no: the page is out of date or is not reproduced. */
export const NEGATIVE = 1;
/** An invalid source, an unreadable file or a usage error. */
export const FAILED = 2;

export type ExitCode = typeof DONE | typeof NEGATIVE | typeof FAILED;
