/**
 * Mail addresses that are links to Markdown, while Starlight does not find them for what stands
 * right beside them: a source that is Markdown would have links of them, written with their marks.
 */
import type { Link, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Format } from '../model/output.ts';
import { isGlued } from '../prose/literals.ts';
import { fromFieldMarkdown } from '../prose/markdown.ts';
import { isFoundAfter } from '../text/link.ts';
import { stringify } from '../text/stringify.ts';
import { isLiteral } from './credits/phrase.ts';
import { endOf, startOf } from './page.ts';

/** What stands instead of a part of a page; its place in offsets of the body. */
export interface Change {
  start: number;
  end: number;
  by: string;
}

/** The words with such addresses, escaped, where they are what a page makes of this text. */
export function escapedAddresses(tree: Root, body: string, format: Format): Change[] {
  const changes = new Map<number, Change>();
  visit(tree, 'link', (link, index = 0, parent) => {
    if (!isLiteral(link) || !link.url.startsWith('mailto:')) return;
    const [from, to] = stretchAround(index, (parent?.children ?? []) as PhrasingContent[]);
    const before = body.slice(from, startOf(link));
    const after = body.slice(endOf(link), to);
    if (isFoundAfter(link.children[0].value, before) && !isGlued(after)) return;
    const start = startOf(link) - (/\S*$/.exec(before)?.[0].length ?? 0);
    const end = endOf(link) + (/^\S*/.exec(after)?.[0].length ?? 0);
    const by = escaped(body.slice(start, end), format);
    if (by) changes.set(start, { start, end, by });
  });
  return [...changes.values()];
}

/** From where to where nothing but text and bare addresses stands around one. */
function stretchAround(index: number, siblings: readonly PhrasingContent[]): [number, number] {
  const isText = (node: PhrasingContent | undefined) =>
    node !== undefined && (node.type === 'text' || isLiteral(node));
  let [first, last] = [index, index];
  while (isText(siblings[first - 1])) first--;
  while (isText(siblings[last + 1])) last++;
  return [startOf(siblings[first] as Link), endOf(siblings[last] as Link)];
}

/** What makes an address of text. */
const ADDRESS = /(?<!\\)(?:(?<=[\w.+-])@|(?<=www)\.|(?<=https?):(?=\/\/))/gi;

/** A word with a backslash in each address; nothing where a page would have the text otherwise. */
function escaped(word: string, format: Format): string | undefined {
  const text = word.replace(ADDRESS, '\\$&');
  // After another word nothing is the start of a block.
  const tree = fromFieldMarkdown(`x ${text}`, { format: 'md', html: false });
  const [block] = tree.children;
  const [only, other] = block?.type === 'paragraph' ? block.children : [];
  if (only?.type !== 'text' || other) return;
  // Only in a table a vertical bar is escaped.
  const written = stringify(tree, format).slice(2, -1);
  return written === word.replaceAll('\\|', '|') ? text : undefined;
}
