import zeptomatch from 'zeptomatch';

/** Characters that have a meaning in globs of paths, and stand for themselves in those of URLs. */
const LITERAL = /[!$()+?@[\\\]^|]/g;

/**
 * Returns a function that tells whether a URL matches one of several globs: `*` matches any characters but
 * `/`, `**` also matches those, and `{a,b}` matches either.
 */
export function urlMatcher(globs: readonly string[]): (url: string) => boolean {
  const patterns = globs.map((glob) => glob.replace(LITERAL, '\\$&'));
  if (patterns.length === 0) return () => false;
  return (url) => zeptomatch(patterns, url);
}
