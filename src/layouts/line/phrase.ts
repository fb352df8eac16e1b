/**
 * A line of a page in which text stays as it was written and everything else is one character, so
 * that a regular expression can tell how a credit is put together.
 */
import type { Definition, Link as LinkNode, Nodes, PhrasingContent } from 'mdast';
import { endOf, keyOf, type MarkdownPage, startOf } from '../../markdown/markdown-page.ts';
import { inlineSlice, type Line, piecesOf, trimmed } from '../../markdown/markdown-slices.ts';
import { parseMarkdown } from '../../markdown/parse-markdown.ts';
import { folded } from '../../schema/plain-text.ts';

/** The first of the characters that stand for nodes; they are for private use. */
const FIRST = 0xe000;
const LAST = 0xf8ff;

/** What stands for any node, in a regular expression. */
export const NODE = '[\\ue000-\\uf8ff]';

/** A pattern that matches a text and nothing else. */
export function asPattern(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}

export interface Phrase {
  text: string;
  nodes: PhrasingContent[];
  page: MarkdownPage;
}

/** A line as a phrase; nothing where it holds what a phrase has no room for. */
export function phraseOf(line: Line, page: MarkdownPage): Phrase | undefined {
  const nodes: PhrasingContent[] = [];
  let text = '';
  for (const { markdown, node } of piecesOf(line, page)) {
    if (node?.type === 'break' || (!node && /[\ue000-\uf8ff]/.test(markdown))) return;
    if (!node) {
      text += markdown.replace(/[ \t]+/g, ' ');
      continue;
    }
    text += String.fromCharCode(FIRST + nodes.length);
    nodes.push(node);
  }
  return nodes.length > LAST - FIRST ? undefined : { text, nodes, page };
}

/** The node that a character stands for. */
export function nodeAt(phrase: Phrase, character: string): PhrasingContent | undefined {
  return phrase.nodes[character.charCodeAt(0) - FIRST];
}

/** A part of a phrase as the Markdown that it was written as. */
export function markdownOf(part: string, phrase: Phrase): string {
  return part.replace(new RegExp(NODE, 'g'), (character) =>
    inlineSlice(nodeAt(phrase, character) as PhrasingContent, phrase.page),
  );
}

/** A part of a phrase as plain text; nothing where it is more than that. */
export function plainOf(part: string, phrase: Phrase): string | undefined {
  const text = trimmed(part);
  if (!/[\\`*_{}[\]<>&#|~@:.\ue000-\uf8ff]|^[-+=\d]/.test(text)) return text || undefined;
  const characters = [...text].map((character) => {
    const node = nodeAt(phrase, character);
    return node && isLiteral(node) ? node.children[0].value : character;
  });
  const written = characters.join('');
  if (/[\ue000-\uf8ff]/.test(written)) return;
  // The same is asked for again and again while the style of a list is looked for.
  const known = texts.get(phrase.page) ?? new Map<string, string | undefined>();
  texts.set(phrase.page, known);
  if (!known.has(written)) known.set(written, parsedText(written));
  return known.get(written);
}

/** What Markdown is that is nothing but text, by its page. */
const texts = new WeakMap<MarkdownPage, Map<string, string | undefined>>();

function parsedText(written: string): string | undefined {
  // After a letter nothing is the start of a block.
  const [block] = parseMarkdown(`x${written}`).children;
  if (block?.type !== 'paragraph') return;
  const parts = block.children.map((child) =>
    child.type === 'text' ? child.value : isLiteral(child) ? child.children[0].value : undefined,
  );
  return parts.includes(undefined) ? undefined : trimmed(parts.join('').slice(1)) || undefined;
}

type Labelled = LinkNode & { children: [{ type: 'text'; value: string }] };

/** A link with a label that is text, and no title. */
export function plainLink(
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
  const label = folded(value);
  return label && url.trim() ? { label, url } : undefined;
}

function hasTextOnly(node: LinkNode): node is Labelled {
  return node.children.length === 1 && node.children[0]?.type === 'text';
}

/** Whether a link is a bare address, which plain text may hold, too. */
export function isLiteral(node: Nodes): node is Labelled {
  if (node.type !== 'link' || !hasTextOnly(node) || node.title) return false;
  const { value } = node.children[0];
  return endOf(node) - startOf(node) === value.length;
}
