/** Success, or nothing to do. */
export const DONE = 0;
/** The page is out of date or is not reproduced. */
export const NO = 1;
/** An invalid source, an unreadable file or a usage error. */
export const FAILED = 2;

export type ExitCode = typeof DONE | typeof NO | typeof FAILED;
