/**
 * Mail addresses that Markdown turns into links, but Starlight does not because of the characters
 * next to them: escaped, they stay text.
 */
import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isBareAddress } from '../layouts/shared/phrase.ts';
import { isGlued } from '../markdown/literal-links.ts';
import { endOf, startOf } from '../markdown/markdown-page.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { isFoundAfter } from '../stringify/handle/link.ts';
import { stringify } from '../stringify/stringify.ts';
import type { Format } from '../types.ts';
import type { Change } from './text-changes.ts';

/** The changes that escape such addresses, where a built page would have the same text. */
export function escapedAddresses(tree: Root, body: string, format: Format): Change[] {
  const changes: Change[] = [];
  if (!body.includes('@')) return changes;
  visit(tree, (node) => {
    if (!('children' in node)) return;
    for (const stretch of stretchesOf(node.children)) {
      changes.push(...changesIn(stretch, body, format));
    }
  });
  return changes;
}

/** The runs of children that are text and bare addresses. */
function stretchesOf(children: readonly Nodes[]): Nodes[][] {
  const stretches: Nodes[][] = [[]];
  for (const node of children) {
    if (node.type === 'text' || isBareAddress(node)) stretches.at(-1)?.push(node);
    else stretches.push([]);
  }
  return stretches.filter((nodes) => nodes.length > 1);
}

function changesIn(stretch: readonly Nodes[], body: string, format: Format): Change[] {
  const from = startOf(stretch[0] as Nodes);
  const to = endOf(stretch.at(-1) as Nodes);
  const lost = stretch
    .filter(isBareAddress)
    .filter((link) => {
      const before = body.slice(Math.max(from, startOf(link) - 2), startOf(link));
      const isFound = isFoundAfter(link.children[0].value, before);
      return link.url.startsWith('mailto:') && (!isFound || isGlued(body.slice(endOf(link), to)));
    })
    .map(startOf);
  if (lost.length === 0) return [];
  return [...body.slice(from, to).matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const [start, end] = [from + index, from + index + word.length];
    if ((lost[0] ?? end) >= end) return [];
    while ((lost[0] ?? end) < end) lost.shift();
    const by = escapeWord(word, format);
    return by === undefined ? [] : [{ start, end, by }];
  });
}

/** What makes an address of text. */
const ADDRESS = /(?<!\\)(?:(?<=[\w.+-])@|(?<=www)\.|(?<=https?):(?=\/\/))/gi;

/** A word with a backslash in each address, or `undefined` if a page would be different. */
function escapeWord(word: string, format: Format): string | undefined {
  const text = word.replace(ADDRESS, '\\$&');
  // A vertical bar is only escaped in a table.
  const wanted = word.replaceAll('\\|', '|');
  // After another word, nothing starts a block.
  return ['x ', ''].some((before) => rewrittenText(before + text, format) === before + wanted)
    ? text
    : undefined;
}

/** Markdown as a page would have it, or `undefined` if it is more than text. */
function rewrittenText(markdown: string, format: Format): string | undefined {
  const tree = parseMarkdown(markdown);
  const [block] = tree.children;
  const [only, other] = block?.type === 'paragraph' ? block.children : [];
  return only?.type === 'text' && !other ? stringify(tree.children, format).trimEnd() : undefined;
}
