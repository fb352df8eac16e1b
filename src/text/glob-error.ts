/** Thrown if globs would take too long to compare. The message and the help are printed to the user. */
export class GlobError extends Error {
  override name = 'GlobError';
  /** Says what to do. */
  readonly help = 'use fewer patterns, or patterns with fewer wildcards';

  /** @param glob the glob that was compared last */
  constructor(glob: string) {
    super(`the pattern "${glob.slice(0, 200)}" and those before it would take too long to compare`);
  }
}
