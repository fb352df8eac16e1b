/** The credits of a page, and the blocks and items that are kept as Markdown instead. */
import type { RootContent } from 'mdast';
import { layoutReaders } from '../layouts/readers.ts';
import { type MarkdownPage, startOf } from '../markdown/markdown-page.ts';
import { handleUrl } from '../model/handle-url.ts';
import { type ImportedCredits, peopleOfCredit } from '../model/imported-page.ts';
import type { Page } from '../types.ts';
import { findHandles } from './find-handles.ts';

/** The credits of a page, by each of their blocks. */
export type CreditsByBlock = ReadonlyMap<RootContent, ImportedCredits>;

/**
 * What is kept as Markdown, by the offset of its block in the body: the whole block, or the items of a
 * list with these indexes.
 */
export type KeptAsMarkdown = ReadonlyMap<number, 'all' | readonly number[]>;

/** The credits of a page, and what the handles in them link to, if they are links. */
export interface CreditsAndHandles {
  credits: CreditsByBlock;
  handles: Page['handles'];
}

export function readCredits(page: MarkdownPage): CreditsAndHandles {
  const credits = readBlocks(page);
  const handles = findHandles(page, new Set(credits.values()));
  if (handles === undefined || hasUnlinkedHandles(credits, handles)) {
    return { credits, handles: undefined };
  }
  const linked = readBlocks({ ...page, handles });
  // Cards with an unlinked handle would not be credits.
  return linked.size < credits.size
    ? { credits, handles: undefined }
    : { credits: linked, handles };
}

function readBlocks(page: MarkdownPage): CreditsByBlock {
  const found = new Map<RootContent, ImportedCredits>();
  for (const [index, block] of page.tree.children.entries()) {
    // Each layout recognizes other blocks.
    for (const readLayout of found.has(block) ? [] : Object.values(layoutReaders)) {
      const credits = readLayout(block, page, index);
      for (const node of credits?.nodes ?? []) found.set(node, credits as ImportedCredits);
    }
  }
  return found;
}

/** Whether handles are text that a source with `handles` would link. In cards that are links, they are text. */
function hasUnlinkedHandles(credits: CreditsByBlock, handles: Page['handles']): boolean {
  return [...credits.values()]
    .filter(({ style }) => style.layout !== 'cards')
    .flatMap((list) => list.credits.flatMap(peopleOfCredit))
    .some(({ name, handle, url }) => {
      const isText = name !== undefined || url === undefined;
      return isText && handleUrl(handle, handles) !== undefined;
    });
}

/** Removes the lists of credits that are kept as Markdown, and turns kept items into string credits. */
export function withoutKept(all: CreditsByBlock, kept: KeptAsMarkdown): CreditsByBlock {
  if (kept.size === 0) return all;
  const rest = new Map<RootContent, ImportedCredits>();
  for (const list of new Set(all.values())) {
    const items = list.nodes.map((node) => kept.get(startOf(node)) ?? []);
    const credits = items.includes('all')
      ? undefined
      : withStringCredits(list, items.flat() as number[]);
    for (const node of credits?.nodes ?? []) rest.set(node, credits as ImportedCredits);
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
