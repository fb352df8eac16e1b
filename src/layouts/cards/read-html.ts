import type { PhrasingContent } from 'mdast';
import { parseEntities } from 'parse-entities';
import { HTML_TAGS, LINE_BREAK, SMALL } from './html-tags.ts';

const TAG_TYPES = Object.entries(HTML_TAGS) as [keyof typeof HTML_TAGS, string][];

/** Returns HTML as inline content, or `undefined` if Markdown has no equivalent of one of its tags. */
export function readHtml(html: string): PhrasingContent[] | undefined {
  const root: PhrasingContent[] = [];
  const open: { name: string; children: PhrasingContent[] }[] = [{ name: '', children: root }];
  for (const [token] of html.matchAll(/<code>.*?<\/code>|<\/?[a-z][^>]*>|[^<]+|</gi)) {
    const { name, children } = open.at(-1) as (typeof open)[number];
    const [, close, tag] = /^<(\/?)([a-z]+)>$/.exec(token) ?? [];
    const [type] = TAG_TYPES.find(([, known]) => known === tag) ?? [];
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

const DESCRIPTION = new RegExp(`^(?:<${SMALL}>(.*?)</${SMALL}>(?:${LINE_BREAK}|$))?(.*)$`, 's');

/** Splits the description of a card into the small text at its start and the rest. */
export function splitDescription(html: string): { small: string; rest: string } {
  const [, small = '', rest = ''] = DESCRIPTION.exec(html) ?? [];
  return { small, rest };
}

/** Returns the same string for all HTML that renders the same. */
export function canonicalHtml(html: string): string {
  const children = readHtml(html);
  return children ? JSON.stringify(children) : html;
}

/** Returns the text of HTML, or `undefined` if it has tags or no text. */
export function readHtmlText(html: string): string | undefined {
  return /<[a-z/!?]/i.test(html) ? undefined : decodeHtml(html) || undefined;
}

/** Decodes character references. Without a semicolon, they are text. */
function decodeHtml(html: string): string {
  return parseEntities(html, { nonTerminated: false });
}
