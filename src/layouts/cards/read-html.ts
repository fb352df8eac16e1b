import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { PhrasingContent } from 'mdast';
import { HTML_TAGS } from './html-tags.ts';

const TYPES_OF_TAGS = Object.entries(HTML_TAGS) as [keyof typeof HTML_TAGS, string][];

/** HTML as inline content, or `undefined` if Markdown has no equivalent of a tag in it. */
export function readHtml(html: string): PhrasingContent[] | undefined {
  const root: PhrasingContent[] = [];
  const open: { name: string; children: PhrasingContent[] }[] = [{ name: '', children: root }];
  for (const [token] of html.matchAll(/<code>.*?<\/code>|<\/?[a-z][^>]*>|[^<]+|</gi)) {
    const { name, children } = open.at(-1) as (typeof open)[number];
    const [, close, tag] = /^<(\/?)([a-z]+)>$/.exec(token) ?? [];
    const [type] = TYPES_OF_TAGS.find(([, known]) => known === tag) ?? [];
    const [, code] = /^<code>(.*)<\/code>$/.exec(token) ?? [];
    if (code !== undefined) children.push({ type: 'inlineCode', value: decodeHtml(code) });
    else if (type && close) {
      if (name !== tag || open.length === 1) return;
      open.pop();
    } else if (type && tag) {
      const node = { type, children: [] };
      children.push(node);
      open.push({ name: tag, children: node.children });
    } else if (/^<[a-z/]/i.test(token)) {
      return;
    } else children.push({ type: 'text', value: decodeHtml(token) });
  }
  return open.length === 1 ? root : undefined;
}

/** A form of some HTML that is equal for all HTML that renders the same. */
export function canonicalHtml(html: string): string {
  const children = readHtml(html);
  return children ? JSON.stringify(children) : html;
}

/** The text of HTML without tags, or `undefined` if there are tags or no text. */
export function readHtmlText(html: string): string | undefined {
  return /<[a-z/!?]/i.test(html) ? undefined : decodeHtml(html) || undefined;
}

function decodeHtml(html: string): string {
  return html.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]*));/gi,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name) return decodeNamedCharacterReference(name) || reference;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0x10ffff ? reference : String.fromCodePoint(code);
    },
  );
}
