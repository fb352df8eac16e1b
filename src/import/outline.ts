/** The blocks of a page → its sections. */
import type { Heading, RootContent } from 'mdast';
import type { LayoutName } from '../layouts/layout.ts';
import { layoutReaders } from '../layouts/readers.ts';
import { phraseOf, phraseText } from '../layouts/shared/phrase.ts';
import { isDefinition, keyOf, type MarkdownPage, startOf } from '../markdown/markdown-page.ts';
import { blocksField } from '../markdown/markdown-slices.ts';
import type { ImportedCredits, ImportedSection } from '../model/imported-page.ts';
import { isVisible } from '../text/visible-text.ts';

/**
 * What stays Markdown, by the offset of the block in the body: the whole block, or the items of a list
 * with these indexes.
 */
export type Kept = ReadonlyMap<number, 'all' | readonly number[]>;

/** The credits of a page, by the block of the page. */
export type CreditsByBlock = ReadonlyMap<RootContent, ImportedCredits>;

/** The layouts to look for. */
const LAYOUTS: readonly LayoutName[] = ['cards', 'list', 'table', 'names'];

/** A part of the content below a heading. */
type SectionContent = RootContent | ImportedCredits;

/** A section that blocks are still added to. */
interface Open {
  section: ImportedSection;
  /** The level of its heading; 1 for the page. */
  level: number;
  /** The blocks below its heading, and the credits between them. */
  content: SectionContent[];
}

/**
 * Divides the blocks of a page into sections by its headings. A heading that is more than text, or
 * whose level is not that of a section here, stays Markdown, in a section without a title.
 */
export function outlineOf(
  blocks: readonly RootContent[],
  page: MarkdownPage,
  kept: Kept,
  credits: CreditsByBlock,
): ImportedSection {
  const root: Open = { section: { sections: [] }, level: 1, content: [] };
  const open = [root];
  /** The content of sections without a title. */
  const untitled = new Map<ImportedSection, SectionContent[]>();
  const close = () => closeSection(open.pop() as Open, untitled, page);
  const add = (section: ImportedSection, level: number, content: SectionContent[]) => {
    (open.at(-1) as Open).section.sections.push(section);
    open.push({ section, level, content });
  };
  for (const block of blocks) {
    if (block.type !== 'heading') {
      (open.at(-1) as Open).content.push(credits.get(block) ?? block);
      continue;
    }
    const ends = ({ section, level }: Open) => section.title === undefined || level >= block.depth;
    while (open.length > 1 && ends(open.at(-1) as Open)) close();
    const title = kept.has(startOf(block)) ? undefined : headingText(block, page);
    const { level } = open.at(-1) as Open;
    if (title !== undefined && block.depth === level + 1) {
      add({ title, sections: [] }, block.depth, []);
    } else {
      const section = { sections: [] };
      const content = [block];
      untitled.set(section, content);
      add(section, level, content);
    }
  }
  while (open.length > 0) close();
  return root.section;
}

/** The text of a heading, or `undefined` if it is more than visible text. */
export function headingText(heading: Heading, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(heading, page);
  const title = phrase && phraseText(phrase.text, phrase);
  return title !== undefined && isVisible(title) ? title : undefined;
}

/** Reads the blocks of a page that are credits in one of the layouts. */
export function readCredits(page: MarkdownPage): CreditsByBlock {
  const found = new Map<RootContent, ImportedCredits>();
  for (const block of page.tree.children) {
    for (const layout of LAYOUTS) {
      const credits = layoutReaders[layout](block, page);
      if (credits) found.set(block, credits);
    }
  }
  return found;
}

/** Returns the credits that do not stay Markdown. */
export function withoutKept(all: CreditsByBlock, kept: Kept): CreditsByBlock {
  if (kept.size === 0) return all;
  const rest = new Map<RootContent, ImportedCredits>();
  for (const [block, list] of all) {
    const items = kept.get(startOf(block)) ?? [];
    const credits = items === 'all' ? undefined : withItems(list, items);
    if (credits) rest.set(block, credits);
  }
  return rest;
}

/** Credits of which some are string credits, if their list has a line for each. */
function withItems(list: ImportedCredits, items: readonly number[]): ImportedCredits | undefined {
  const { credits, lines = [] } = list;
  const isLine = (index: number) => {
    const credit = credits[index];
    return lines[index] !== undefined && !(typeof credit === 'object' && credit.credits);
  };
  if (items.length === 0) return list;
  if (!items.every(isLine)) return;
  return {
    ...list,
    credits: credits.map((credit, index) =>
      items.includes(index) ? (lines[index] as string) : credit,
    ),
  };
}

/** Assigns the content below a heading: before the credits, after them, or to a section. */
function closeSection(
  { section, content: own }: Open,
  untitled: ReadonlyMap<ImportedSection, SectionContent[]>,
  page: MarkdownPage,
): void {
  const content = own.every(isHidden) ? [...own, ...takeFirst(section, untitled)] : own;
  const parts: ImportedSection[] = [];
  let blocks: RootContent[] = [];
  for (const piece of content) {
    if (!('credits' in piece)) {
      blocks.push(piece);
      continue;
    }
    parts.push({ ...introOf(blocks, page), credits: piece, sections: [] });
    blocks = [];
  }
  const [first, ...others] = parts;
  if (!first) {
    Object.assign(section, introOf(blocks, page));
    return;
  }
  Object.assign(section, { ...first, sections: section.sections });
  const rest = introOf(blocks, page).intro;
  if (rest && section.sections.length > 0) others.push({ intro: rest, sections: [] });
  else if (rest) section.outro = rest;
  section.sections.unshift(...others);
}

/** Whether a block is invisible: a comment, an import or a definition. */
function isHidden(block: SectionContent): boolean {
  if ('credits' in block) return false;
  if (block.type === 'html') return /^<!--(?:(?!-->).)*-->$/s.test(block.value);
  if (block.type === 'mdxFlowExpression') return /^\/\*(?:(?!\*\/).)*\*\/$/s.test(block.value);
  return block.type === 'mdxjsEsm' || isDefinition(block);
}

/** Moves the content below a heading that stays Markdown into the section that begins with it. */
function takeFirst(
  { sections }: ImportedSection,
  untitled: ReadonlyMap<ImportedSection, SectionContent[]>,
): SectionContent[] {
  const depthOf = (section: ImportedSection | undefined) => {
    const [heading] = (section && untitled.get(section)) ?? [];
    return heading && 'depth' in heading ? heading.depth : undefined;
  };
  const [first, ...others] = sections;
  const depth = depthOf(first);
  // If other headings have the same level, it stays beside them.
  if (!first || depth === undefined || others.some((other) => depthOf(other) === depth)) return [];
  sections.shift();
  return untitled.get(first) ?? [];
}

function introOf(
  blocks: readonly RootContent[],
  page: MarkdownPage,
): Pick<ImportedSection, 'intro'> {
  // A definition is invisible, and is written where it is referred to.
  const isElsewhere = (block: RootContent) =>
    isDefinition(block) && page.referredTo.has(keyOf(block));
  return blocks.every(isElsewhere) ? {} : { intro: blocksField(blocks, page) };
}
