/** The credits of a page, and the blocks and items that are kept as Markdown instead. */
import type { RootContent } from 'mdast';
import { layoutReaders } from '../layouts/readers.ts';
import { type MarkdownPage, startOf } from '../markdown/markdown-page.ts';
import type { ImportedCredits } from '../model/imported-page.ts';

/** The credits of a page, by block. */
export type CreditsByBlock = ReadonlyMap<RootContent, ImportedCredits>;

/**
 * What is kept as Markdown, by the offset of its block in the body: the whole block, or the items of a
 * list with these indexes.
 */
export type KeptAsMarkdown = ReadonlyMap<number, 'all' | readonly number[]>;

export function readCredits(page: MarkdownPage): CreditsByBlock {
  const found = new Map<RootContent, ImportedCredits>();
  for (const block of page.tree.children) {
    // Each layout recognizes another type of block.
    for (const readLayout of Object.values(layoutReaders)) {
      const credits = readLayout(block, page);
      if (credits) found.set(block, credits);
    }
  }
  return found;
}

/** Removes the lists of credits that are kept as Markdown, and turns kept items into string credits. */
export function withoutKept(all: CreditsByBlock, kept: KeptAsMarkdown): CreditsByBlock {
  if (kept.size === 0) return all;
  const rest = new Map<RootContent, ImportedCredits>();
  for (const [block, list] of all) {
    const items = kept.get(startOf(block)) ?? [];
    const credits = items === 'all' ? undefined : withStringCredits(list, items);
    if (credits) rest.set(block, credits);
  }
  return rest;
}

/** Turns items into string credits. Returns `undefined` if one has nested credits or no Markdown. */
function withStringCredits(
  list: ImportedCredits,
  items: readonly number[],
): ImportedCredits | undefined {
  const { credits, lines = [] } = list;
  const canBeString = (index: number) => {
    const credit = credits[index];
    return lines[index] !== undefined && !(typeof credit === 'object' && credit.credits);
  };
  if (items.length === 0) return list;
  if (!items.every(canBeString)) return;
  return {
    ...list,
    credits: credits.map((credit, index) =>
      items.includes(index) ? (lines[index] as string) : credit,
    ),
  };
}
