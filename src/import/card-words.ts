import { toString as textOf } from 'mdast-util-to-string';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { readCardTitle } from '../layouts/cards/read-card-title.ts';
import { readHtml, splitDescription } from '../layouts/cards/read-html.ts';
import { CARD_ATTRIBUTES } from '../model/card-components.ts';
import type { HastNode } from './page-to-hast.ts';

/** What may be between the parts of a card. */
const BETWEEN_PARTS = /(?:[\s()·]|,(?=\s)|(?<=\s)-(?=\s))+/;

/**
 * Returns the words and URLs of a card as a line to compare, as the arrangement of its parts may change. Returns
 * `undefined` if it is another element, or has content that a card of a credit cannot have.
 */
export function cardWords(
  card: Extract<HastNode, { type: 'mdxJsxFlowElement' }>,
): string | undefined {
  const known = CARD_ATTRIBUTES.get(card.name ?? '') ?? [];
  if (known.length === 0) return;
  const texts: string[] = [];
  const urls: string[] = [];
  for (const attribute of card.attributes) {
    if (attribute.type !== 'mdxJsxAttribute' || !known.includes(attribute.name)) return;
    const { name, value } = attribute;
    if (typeof value !== 'string') return;
    if (name === 'href') urls.push(value);
    else if (name === 'title') {
      const title = readCardTitle(value);
      if (!title) return;
      texts.push(title.name);
      if (title.url !== undefined) urls.push(title.url);
    } else {
      const { small, rest } = splitDescription(value);
      const content = [small, rest].map(readHtml);
      if (content.includes(undefined)) return;
      for (const children of content)
        texts.push(textOf({ type: 'paragraph', children: children ?? [] }));
    }
  }
  if (!(card.children as HastNode[]).every((child) => collect(child, texts, urls))) return;
  const words = texts.join(' ').split(BETWEEN_PARTS).filter(Boolean);
  return [...words, ...urls.map((url) => normalizeUri(url))].toSorted().join(' ');
}

/** Collects the texts and URLs in a node. Returns `false` if it has other content. */
function collect(node: HastNode, texts: string[], urls: string[]): boolean {
  if (node.type === 'text') texts.push(node.value);
  if (node.type === 'element') {
    const { href, src } = node.properties;
    if (href !== undefined || src !== undefined) urls.push(String(href ?? src));
  }
  if ('children' in node && node.type !== 'mdxJsxFlowElement') {
    return (node.children as HastNode[]).every((child) => collect(child, texts, urls));
  }
  return node.type === 'text';
}
