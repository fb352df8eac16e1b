import { percentEncode, percentEncodeBrackets } from '../../text/percent-encode.ts';
import { upToIpLiteral } from '../../text/up-to-ip-literal.ts';

/**
 * Writes a URL as a link destination, with as few escapes as possible, and in the form that Prettier
 * does not change.
 *
 * Characters that Markdown parsers would percent-encode are encoded here, so that only character
 * references need a backslash. Brackets and braces are encoded as well: a directive
 * (`:b[`, `:b{`) could start at a colon in the URL and extend past the end of the link. The brackets
 * of an IPv6 host stay.
 *
 * @param enclosed whether to write `<url>` even if the URL does not need it
 * @see https://spec.commonmark.org/0.31.2/#link-destination
 */
export function destination(url: string, enclosed: boolean): string {
  const host = upToIpLiteral(url);
  const rest = percentEncodeBrackets(percentEncode(url.slice(host.length)));
  const encoded = (host + rest).replace(/&(?=#?\w+;)/g, '\\&');
  return encoded === '' || enclosed || /[()]/.test(encoded) ? `<${encoded}>` : encoded;
}
