import type { Nodes, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { isLiteralAutolink } from '../layouts/shared/phrase.ts';
import { isGlued } from '../markdown/literal-links.ts';
import { endOf, startOf } from '../markdown/markdown-page.ts';
import { parseMarkdown } from '../markdown/parse-markdown.ts';
import { isFoundAfter } from '../stringify/handle/link.ts';
import { stringify } from '../stringify/stringify.ts';
import type { TextEdit } from '../text/text-edits.ts';
import type { Format } from '../types.ts';

/**
 * Returns edits that escape email addresses which micromark links and Sätteri does not, because of the
 * characters next to them. An address stays unescaped if a built page would not have the same text.
 */
export function escapeAddresses(tree: Root, body: string, format: Format): TextEdit[] {
  const edits: TextEdit[] = [];
  if (!body.includes('@')) return edits;
  visit(tree, (node) => {
    if (!('children' in node)) return;
    for (const run of textRuns(node.children)) edits.push(...editsIn(run, body, format));
  });
  return edits;
}

/** Returns the runs of adjacent text nodes and literal autolinks. */
function textRuns(children: readonly Nodes[]): Nodes[][] {
  const runs: Nodes[][] = [[]];
  for (const node of children) {
    if (node.type === 'text' || isLiteralAutolink(node)) runs.at(-1)?.push(node);
    else runs.push([]);
  }
  return runs.filter((nodes) => nodes.length > 1);
}

function editsIn(run: readonly Nodes[], body: string, format: Format): TextEdit[] {
  const runStart = startOf(run[0] as Nodes);
  const runEnd = endOf(run.at(-1) as Nodes);
  const unlinked = run
    .filter(isLiteralAutolink)
    .filter((link) => {
      const before = body.slice(Math.max(runStart, startOf(link) - 2), startOf(link));
      const isFound = isFoundAfter(link.children[0].value, before);
      return (
        link.url.startsWith('mailto:') && (!isFound || isGlued(body.slice(endOf(link), runEnd)))
      );
    })
    .map(startOf);
  if (unlinked.length === 0) return [];
  return [...body.slice(runStart, runEnd).matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
    const [start, end] = [runStart + index, runStart + index + word.length];
    if ((unlinked[0] ?? end) >= end) return [];
    while ((unlinked[0] ?? end) < end) unlinked.shift();
    const replacement = escapeWord(word, format);
    return replacement === undefined ? [] : [{ start, end, replacement }];
  });
}

/** The character that makes text an email address or a URL. */
const ADDRESS_CHARACTER = /(?<!\\)(?:(?<=[\w.+-])@|(?<=www)\.|(?<=https?):(?=\/\/))/gi;

/** Escapes the addresses in a word. Returns `undefined` if a built page would have other text. */
function escapeWord(word: string, format: Format): string | undefined {
  const escaped = word.replace(ADDRESS_CHARACTER, '\\$&');
  // A vertical bar is only escaped in a table.
  const expected = word.replaceAll('\\|', '|');
  // After another word, nothing starts a block.
  const isPreserved = ['x ', ''].some(
    (before) => stringifiedText(before + escaped, format) === before + expected,
  );
  return isPreserved ? escaped : undefined;
}

/** Parses and stringifies Markdown. Returns `undefined` if it is more than text. */
function stringifiedText(markdown: string, format: Format): string | undefined {
  const tree = parseMarkdown(markdown);
  const [block] = tree.children;
  const [only, other] = block?.type === 'paragraph' ? block.children : [];
  return only?.type === 'text' && !other ? stringify(tree.children, format).trimEnd() : undefined;
}
