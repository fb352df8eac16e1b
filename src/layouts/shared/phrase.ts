/** Represents a line of a page as text that regular expressions can match. */
import type { Definition, Link as LinkNode, Nodes, PhrasingContent } from 'mdast';
import { keyOf } from '../../markdown/definition-key.ts';
import { endOf, type MarkdownPage, startOf } from '../../markdown/markdown-page.ts';
import {
  childSlices,
  type InlineParent,
  inlineSlice,
  trimMarkdown,
} from '../../markdown/markdown-slices.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { withoutOuterIsolates } from '../../text/isolates.ts';
import { foldWhiteSpace, unbalancedIsolate } from '../../text/visible-text.ts';

/** The range of private-use characters that represent nodes. */
const FIRST_CHARACTER = 0xe000;
const LAST_CHARACTER = 0xf8ff;

/** The pattern of a character that represents a node. */
export const NODE_PATTERN = '[\\ue000-\\uf8ff]';

export interface Phrase {
  /** The Markdown of the line, with one private-use character for each node that is not text. */
  text: string;
  /** The nodes that characters represent. */
  nodes: PhrasingContent[];
  page: MarkdownPage;
}

/** Returns a line as a phrase, or `undefined` if it has a hard break or private-use characters. */
export function phraseOf(line: InlineParent, page: MarkdownPage): Phrase | undefined {
  const nodes: PhrasingContent[] = [];
  let text = '';
  for (const { markdown, node } of childSlices(line, page)) {
    if (node?.type === 'break' || (!node && /[\ue000-\uf8ff]/.test(markdown))) return;
    if (!node) {
      text += markdown.replace(/[ \t]+/g, ' ');
      continue;
    }
    text += String.fromCharCode(FIRST_CHARACTER + nodes.length);
    nodes.push(node);
  }
  return nodes.length > LAST_CHARACTER - FIRST_CHARACTER ? undefined : { text, nodes, page };
}

/** Returns the node that a character represents. */
export function nodeAt(phrase: Phrase, character: string): PhrasingContent | undefined {
  return phrase.nodes[character.charCodeAt(0) - FIRST_CHARACTER];
}

export function markdownOf(part: string, phrase: Phrase): string {
  return part.replace(new RegExp(NODE_PATTERN, 'g'), (character) =>
    inlineSlice(nodeAt(phrase, character) as PhrasingContent, phrase.page),
  );
}

/** Returns the text of a part of a phrase without isolates around it, or `undefined` if it is not one text. */
export function phraseText(part: string, phrase: Phrase): string | undefined {
  const text = withoutOuterIsolates(trimMarkdown(part));
  if (unbalancedIsolate(text) >= 0) return;
  if (!/[\\`*_{}[\]<>&#|~@:.\ue000-\uf8ff]|^[-+=\d]/.test(text)) return text || undefined;
  const characters = [...text].map((character) => {
    const node = nodeAt(phrase, character);
    return node && isLiteralAutolink(node) ? node.children[0].value : character;
  });
  const markdown = characters.join('');
  if (/[\ue000-\uf8ff]/.test(markdown)) return;
  // The same text is read many times to find the style of a list.
  const cache = textCaches.get(phrase.page) ?? new Map<string, string | undefined>();
  textCaches.set(phrase.page, cache);
  if (!cache.has(markdown)) cache.set(markdown, parseText(markdown));
  return cache.get(markdown);
}

/** The results of `parseText` for each page. */
const textCaches = new WeakMap<MarkdownPage, Map<string, string | undefined>>();

/** Returns the text of Markdown, or `undefined` if it is empty or has other content. */
function parseText(markdown: string): string | undefined {
  // After a letter, no text starts a block.
  const [block] = parseMarkdown(`x${markdown}`).children;
  if (block?.type !== 'paragraph') return;
  const parts = block.children.map((child) =>
    child.type === 'text'
      ? child.value
      : isLiteralAutolink(child)
        ? child.children[0].value
        : undefined,
  );
  return parts.includes(undefined) ? undefined : trimMarkdown(parts.join('').slice(1)) || undefined;
}

type TextLink = LinkNode & { children: [{ type: 'text'; value: string }] };

/** Returns the label and URL of a link, or `undefined` if it has a title or a label that is not text. */
export function readLink(
  node: PhrasingContent | undefined,
  page: MarkdownPage,
): { label: string; url: string } | undefined {
  if (node?.type === 'linkReference') {
    const { url, title } = page.definitions.get(keyOf(node)) as Definition;
    const [only, other] = node.children;
    if (title || only?.type !== 'text' || other) return;
    return labelAndUrl(only.value, url);
  }
  return node?.type === 'link' && hasTextOnly(node) && !node.title
    ? labelAndUrl(node.children[0].value, node.url)
    : undefined;
}

function labelAndUrl(value: string, url: string) {
  const label = foldWhiteSpace(withoutOuterIsolates(value));
  const isText = label !== '' && unbalancedIsolate(label) < 0;
  return isText && url.trim() ? { label, url } : undefined;
}

function hasTextOnly(node: LinkNode): node is TextLink {
  return node.children.length === 1 && node.children[0]?.type === 'text';
}

/** Whether a node is a literal autolink: a link without markup, which text can contain. */
export function isLiteralAutolink(node: Nodes): node is TextLink {
  if (node.type !== 'link' || !hasTextOnly(node) || node.title) return false;
  const { value } = node.children[0];
  return endOf(node) - startOf(node) === value.length;
}
