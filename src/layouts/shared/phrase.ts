/** A line of a page in a form that regular expressions can match. */
import type { Definition, Link as LinkNode, Nodes, PhrasingContent } from 'mdast';
import { endOf, keyOf, type MarkdownPage, startOf } from '../../markdown/markdown-page.ts';
import {
  childSlices,
  inlineSlice,
  type Line,
  trimMarkdown,
} from '../../markdown/markdown-slices.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { foldWhiteSpace } from '../../text/visible-text.ts';

/** The private-use characters that represent nodes. */
const FIRST_CHARACTER = 0xe000;
const LAST_CHARACTER = 0xf8ff;

/** The pattern of a character that represents a node. */
export const NODE_PATTERN = '[\\ue000-\\uf8ff]';

export interface Phrase {
  /** The Markdown of its text nodes, with one character for each other node. */
  text: string;
  nodes: PhrasingContent[];
  page: MarkdownPage;
}

/** Returns a line as a phrase, or `undefined` if it has a hard break or private-use characters. */
export function phraseOf(line: Line, page: MarkdownPage): Phrase | undefined {
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

/** Returns the text of a part of a phrase, or `undefined` if it is empty or has other content. */
export function phraseText(part: string, phrase: Phrase): string | undefined {
  const text = trimMarkdown(part);
  if (!/[\\`*_{}[\]<>&#|~@:.\ue000-\uf8ff]|^[-+=\d]/.test(text)) return text || undefined;
  const characters = [...text].map((character) => {
    const node = nodeAt(phrase, character);
    return node && isLiteralAutolink(node) ? node.children[0].value : character;
  });
  const written = characters.join('');
  if (/[\ue000-\uf8ff]/.test(written)) return;
  // Finding the style of a list reads the same text many times.
  const known = texts.get(phrase.page) ?? new Map<string, string | undefined>();
  texts.set(phrase.page, known);
  if (!known.has(written)) known.set(written, parsedText(written));
  return known.get(written);
}

/** The results of `parsedText` for each page. */
const texts = new WeakMap<MarkdownPage, Map<string, string | undefined>>();

function parsedText(written: string): string | undefined {
  // After a letter, no text starts a block.
  const [block] = parseMarkdown(`x${written}`).children;
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

/** Returns the label and URL of a link, or `undefined` if it has a title or its label is not text. */
export function readLink(
  node: PhrasingContent | undefined,
  page: MarkdownPage,
): { label: string; url: string } | undefined {
  if (node?.type === 'linkReference') {
    const { url, title } = page.definitions.get(keyOf(node)) as Definition;
    const [only, other] = node.children;
    if (title || only?.type !== 'text' || other) return;
    return labelled(only.value, url);
  }
  return node?.type === 'link' && hasTextOnly(node) && !node.title
    ? labelled(node.children[0].value, node.url)
    : undefined;
}

function labelled(value: string, url: string) {
  const label = foldWhiteSpace(value);
  return label && url.trim() ? { label, url } : undefined;
}

function hasTextOnly(node: LinkNode): node is TextLink {
  return node.children.length === 1 && node.children[0]?.type === 'text';
}

/** Whether a node is a link that was written as a bare address, as text can contain it. */
export function isLiteralAutolink(node: Nodes): node is TextLink {
  if (node.type !== 'link' || !hasTextOnly(node) || node.title) return false;
  const { value } = node.children[0];
  return endOf(node) - startOf(node) === value.length;
}
