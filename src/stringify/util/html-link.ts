import type { Image, Link } from 'mdast';
import { escapeHtml } from '../../text/escape-html.ts';
import { percentEncode } from '../../text/percent-encode.ts';
import { upToIpLiteral } from '../../text/up-to-ip-literal.ts';

/**
 * Returns the attributes of a link or image that has to be HTML or JSX, or `undefined`. Markdown parsers
 * percent-encode the brackets of an IPv6 host, so that browsers cannot open the URL. Astro cannot build a
 * page with an image whose URL `decodeURI` rejects.
 */
export function htmlAttributes({ type, url, title }: Image | Link): string | undefined {
  if (upToIpLiteral(url) === '' && (type === 'link' || isDecodable(url))) return;
  const attributes = { [type === 'link' ? 'href' : 'src']: percentEncode(url), title };
  return Object.entries(attributes)
    .map(([name, value]) => (value ? ` ${name}="${attributeText(value)}"` : ''))
    .join('');
}

function isDecodable(url: string): boolean {
  try {
    decodeURI(url);
    return true;
  } catch {
    return false;
  }
}

/** Escapes the value of an attribute in double quotes, on one line. */
export function attributeText(text: string): string {
  return escapeHtml(text, /[&<"]/g).replace(/(?<!\s)\s*[\r\n]+\s*/g, ' ');
}
