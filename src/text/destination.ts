/**
 * A URL as the destination of a link: with as little around it as Markdown lets it have, and in
 * the form that Prettier leaves alone.
 *
 * What Markdown would percent-encode by itself is encoded here, so that nothing in a URL needs a
 * backslash. Brackets and braces are, too: a directive (`:b[`, `:b{`) could start at a colon of
 * the URL and run past the end of the link.
 *
 * @see https://spec.commonmark.org/0.31.2/#link-destination
 */
export function destination(url: string, enclosed = false): string {
  const encoded = url
    .replace(/[\0- "<>[\\\]^`{|}\x7f]/g, encodeURIComponent)
    .replace(/&(?=#?\w+;)/g, '\\&');
  return encoded === '' || enclosed || /[()]/.test(encoded) ? `<${encoded}>` : encoded;
}
