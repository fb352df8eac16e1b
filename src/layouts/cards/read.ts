/** Starlight's cards → credits. */
import { decodeNamedCharacterReference } from 'decode-named-character-reference';
import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { type MarkdownPage, parsePage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import type { DraftCredits, DraftEntry } from '../../model/draft.ts';
import { defaultStyle } from '../../schema/style-shape.ts';
import { stringify } from '../../stringify/stringify.ts';
import { phraseOf } from '../line/phrase.ts';
import { type Parts, partsOf } from '../line/read-parts.ts';

/** The components of Starlight that show credits. */
export const COMPONENTS = ['Card', 'CardGrid', 'LinkCard'];

/** Whether a module is imported only for cards. A source imports it by itself. */
export function isCardsImport(block: RootContent): boolean {
  const [, names = ''] =
    block.type === 'mdxjsEsm'
      ? (/^import \{([^}]*)\} from (["'])@astrojs\/starlight\/components\2;?$/.exec(block.value) ??
        [])
      : [];
  const imported = names
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean);
  return imported.length > 0 && imported.every((name) => COMPONENTS.includes(name));
}

/** The credits that a grid of cards shows; nothing if a card has more than credits do. */
export function cardsCredits(block: RootContent, page: MarkdownPage): DraftCredits | undefined {
  if (block.type !== 'mdxJsxFlowElement' || block.name !== 'CardGrid') return;
  if (block.attributes.length > 0 || block.children.length === 0) return;
  const credits = block.children.map((child) =>
    child.type === 'mdxJsxFlowElement' ? cardEntry(child, page) : undefined,
  );
  if (credits.includes(undefined)) return;
  return { credits: credits as DraftEntry[], style: { layout: 'cards' }, nodes: [block] };
}

function cardEntry(card: MdxJsxFlowElement, page: MarkdownPage): DraftEntry | undefined {
  const { title, href, description, ...others } = attributesOf(card) ?? {};
  const name = title === undefined ? undefined : plainHtml(title);
  if (name === undefined || Object.keys(others).length > 0) return;
  const [content, more] = card.children;
  if (card.name === 'LinkCard') {
    if (href === undefined || content) return;
    const parts = description === undefined ? {} : htmlParts(description);
    return parts && { name, url: href, ...parts };
  }
  if (card.name !== 'Card' || href !== undefined || description !== undefined || more) return;
  if (!content) return { name };
  return content.type === 'paragraph' ? { name, ...lineParts(content, page) } : undefined;
}

/** The attributes of an element that are text; nothing if some are not. */
function attributesOf({ attributes }: MdxJsxFlowElement): Record<string, string> | undefined {
  const entries = attributes.map((attribute) =>
    attribute.type === 'mdxJsxAttribute' && typeof attribute.value === 'string'
      ? ([attribute.name, attribute.value] as const)
      : undefined,
  );
  return entries.includes(undefined)
    ? undefined
    : Object.fromEntries(entries as [string, string][]);
}

/** What a line says of what stands above it. */
function lineParts(line: Paragraph, page: MarkdownPage): Parts {
  const phrase = phraseOf(line, page);
  const parts = phrase && partsOf(` ${phrase.text}`, defaultStyle, phrase);
  return parts ?? { description: inlineField(line, page) };
}

/** The same of a line that is HTML; nothing if it is more than Markdown says. */
function htmlParts(html: string): Parts | undefined {
  const children = inlineOf(html);
  if (!children) return;
  const paragraph: Paragraph = { type: 'paragraph', children };
  const markdown = stringify({ type: 'root', children: [paragraph] }, 'md').trim();
  const page = parsePage(markdown, 'md');
  const [line] = page.tree.children;
  return line?.type === 'paragraph' ? lineParts(line, page) : { description: markdown };
}

const TAGS = { em: 'emphasis', strong: 'strong', del: 'delete' } as const;

/** Text in HTML, with the few elements that Markdown has marks for. */
function inlineOf(html: string): PhrasingContent[] | undefined {
  const root: PhrasingContent[] = [];
  const open: { name: string; children: PhrasingContent[] }[] = [{ name: '', children: root }];
  for (const [token] of html.matchAll(/<code>.*?<\/code>|<\/?[a-z][^>]*>|[^<]+|</gi)) {
    const { name, children } = open.at(-1) as (typeof open)[number];
    const [, close, tag] = /^<(\/?)(em|strong|del)>$/.exec(token) ?? [];
    const [, code] = /^<code>(.*)<\/code>$/.exec(token) ?? [];
    if (code !== undefined) children.push({ type: 'inlineCode', value: decoded(code) });
    else if (close === '/') {
      if (name !== tag || open.length === 1) return;
      open.pop();
    } else if (tag) {
      const type = TAGS[tag as keyof typeof TAGS];
      const node = { type, children: [] };
      children.push(node);
      open.push({ name: tag, children: node.children });
    } else if (/^<[a-z/]/i.test(token)) {
      return;
    } else children.push({ type: 'text', value: decoded(token) });
  }
  return open.length === 1 ? root : undefined;
}

/** HTML in a form in which what shows the same is the same. */
export function canonicalHtml(html: string): string {
  const children = inlineOf(html);
  return children ? JSON.stringify(children) : html;
}

/** HTML that is nothing but text. */
function plainHtml(html: string): string | undefined {
  return /<[a-z/!?]/i.test(html) ? undefined : decoded(html) || undefined;
}

/** Text with its character references resolved. */
function decoded(html: string): string {
  return html.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|([a-z][a-z\d]*));/gi,
    (reference, hex?: string, decimal?: string, name?: string) => {
      if (name) return decodeNamedCharacterReference(name) || reference;
      const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
      return code > 0x10ffff ? reference : String.fromCodePoint(code);
    },
  );
}
