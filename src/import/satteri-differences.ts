/**
 * Where Sätteri, the Markdown parser of Starlight, reads a page otherwise than micromark. What differs is
 * rewritten so that micromark reads it as Sätteri does; `test/satteri.test.ts` checks that.
 */
import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { endOf, startOf } from '../markdown/markdown-page.ts';
import type { Format } from '../types.ts';
import { escapedAddresses } from './escape-addresses.ts';
import { type Change, changed } from './text-changes.ts';

type FindChanges = (tree: Root, body: string, format: Format) => Change[];

const DIFFERENCES: Record<string, FindChanges> = {
  /** To Sätteri, some mail addresses are no links because of the characters next to them. */
  addresses: escapedAddresses,
  /** To Sätteri, emoji and other symbols are punctuation, beside which an underscore is emphasis. */
  underscores: emphasisBesideSymbols,
};

/** The Markdown that micromark reads as Sätteri reads some other. */
export function asSatteriReads(tree: Root, body: string, format: Format): string {
  const changes = Object.values(DIFFERENCES).flatMap((find) => find(tree, body, format));
  return changes.length > 0 ? changed(body, changes) : body;
}

/** Emphasis in underscores right before or after a symbol. */
const BESIDE_SYMBOL =
  /(?<=^|[\s\p{P}\p{S}])(?<!\\)_(?![\s_])([^_\n]*[^\s_\\])_(?=\p{S})|(?<=\p{S})_(?![\s_])([^_\n]*[^\s_\\])_(?![\p{L}\p{N}_])/gu;

function emphasisBesideSymbols(tree: Root, body: string): Change[] {
  const changes: Change[] = [];
  if (body.search(BESIDE_SYMBOL) < 0) return changes;
  visit(tree, 'text', (node) => {
    const [from, to] = [startOf(node), endOf(node)];
    for (const { 0: written, index } of body.slice(from, to).matchAll(BESIDE_SYMBOL)) {
      const [start, end] = [from + index, from + index + written.length];
      changes.push({ start, end: start + 1, by: '*' }, { start: end - 1, end, by: '*' });
    }
  });
  return changes;
}
