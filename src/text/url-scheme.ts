import { unicodePattern } from './unicode-pattern.ts';

/** The schemes that a URL may have. All others are forbidden. */
export const SCHEMES: readonly string[] = ['http:', 'https:', 'mailto:'];

/**
 * Returns the scheme of a URL, with its colon, if it is forbidden. Like browsers, it ignores leading
 * white space and control characters.
 *
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function forbiddenScheme(url: string): string | undefined {
  const bare = url.replace(/^[\0- ]+|[\t\r\n]/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0];
  return scheme && !SCHEMES.includes(scheme.toLowerCase()) ? scheme : undefined;
}

/** Frequent top-level domains that are not also file extensions. */
const TOP_LEVEL =
  'com|org|net|edu|gov|info|io|dev|app|ai|me|co|uk|de|fr|eu|nl|jp|cn|ch|at|us|ca|au|in|br|se|no|fi|dk|es|it|ru|cz|be';

/** Host names that have a path or end in such a domain, and email addresses. */
const ELSEWHERE = `^(?:[^\\s/?#@:]+@)?(?:www\\.)?(?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+(?:\\p{L}{2,}(?=[/:])|(?:${TOP_LEVEL})(?=[?#]|$))`;

/** Whether a relative URL looks like the URL of another host. */
export function lacksScheme(url: string): boolean {
  // Most URLs have a scheme, and compiling the expression takes longer than reading a page.
  return !/^(?:https?|mailto):/i.test(url) && unicodePattern(ELSEWHERE, 'i').test(url);
}
