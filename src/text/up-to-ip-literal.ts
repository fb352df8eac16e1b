/**
 * Returns the start of a URL up to its host if that is an IPv6 address in brackets, as in
 * `http://[::1]:3000/`, or an empty string.
 *
 * @see https://url.spec.whatwg.org/#concept-host-parser
 */
export function upToIpLiteral(url: string): string {
  return /^(?:https?:)?\/\/(?:[^/?#\\[]*@)?\[[\da-f:.]+\](?=[:/?#]|$)/i.exec(url)?.[0] ?? '';
}
