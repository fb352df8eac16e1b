/**
 * Percent-encodes the ASCII characters that a URL cannot contain, except brackets, which an IPv6 host
 * needs. Other characters stay readable, as browsers encode them.
 *
 * @see https://url.spec.whatwg.org/#url-code-points
 */
export function percentEncode(url: string): string {
  return url.replace(/[\0- "<>\\^`{|}\x7f]/g, encodeURIComponent);
}
