import { unicodePattern } from './unicode-pattern.ts';

/**
 * Percent-encodes the ASCII characters that a URL cannot contain, except brackets, which an IPv6 host
 * needs, and white space and invisible characters, which programs may trim. Other characters stay
 * readable, as browsers encode them.
 *
 * @see https://url.spec.whatwg.org/#url-code-points
 */
export function percentEncode(url: string): string {
  // Most URLs have none of these, and compiling the expression takes longer.
  if (/^[\w!#$%&'()*+,\-./:;=?@~]*$/.test(url)) return url;
  return url.replace(
    unicodePattern('[\\0- "<>\\\\^`{|}\\x7f]|[\\p{Z}\\p{Cf}]', 'g'),
    encodeURIComponent,
  );
}

/** Percent-encodes brackets, which `percentEncode` keeps. */
export function percentEncodeBrackets(url: string): string {
  return url.replace(/[[\]]/g, encodeURIComponent);
}

/**
 * Returns a path as a relative URL. A path on Windows may contain lone surrogates, which
 * `encodeURIComponent` rejects.
 */
export function percentEncodePath(path: string): string {
  return path
    .replace(/[\ud800-\udfff]/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}
