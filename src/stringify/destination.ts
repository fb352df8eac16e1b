/**
 * A URL as the destination of a link: with as little around it as Markdown lets it have, and in
 * the form that Prettier leaves alone.
 *
 * What Markdown would percent-encode by itself is encoded here, so that only what looks like a
 * character reference needs a backslash. Brackets and braces are, too: a directive (`:b[`, `:b{`)
 * could start at a colon of the URL and run past the end of the link. An IPv6 host keeps its own.
 *
 * @see https://spec.commonmark.org/0.31.2/#link-destination
 */
export function destination(url: string, enclosed = false): string {
  const host = /^\w+:\/\/(?:[^/?#[]*@)?\[[\da-f:.]+\]/i.exec(url)?.[0] ?? '';
  const rest = url.slice(host.length).replace(/[\0- "<>[\\\]^`{|}\x7f]/g, encodeURIComponent);
  const encoded = (host + rest).replace(/&(?=#?\w+;)/g, '\\&');
  return encoded === '' || enclosed || /[()]/.test(encoded) ? `<${encoded}>` : encoded;
}
