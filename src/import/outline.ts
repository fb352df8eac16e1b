/** The blocks of a page → its sections. */
import type { Heading, RootContent } from 'mdast';
import { compareNames } from '../mdast/sort.ts';
import type { WholeStyle } from '../model/style.ts';
import { cardsCredits } from './credits/cards.ts';
import { listCredits } from './credits/list.ts';
import { namesCredits } from './credits/names.ts';
import { phraseOf, plainOf } from './credits/phrase.ts';
import { tableCredits } from './credits/table.ts';
import type { DraftCredits, DraftSection } from './draft.ts';
import { blocksField } from './field.ts';
import { isDefinition, type MarkdownPage } from './page.ts';

/** Tells whether credits would show as they were. */
export type Proof = (credits: DraftCredits) => DraftCredits | undefined;

/** A section that blocks are still added to. */
interface Open {
  section: DraftSection;
  /** The level of its heading; 1 for the page. */
  level: number;
  /** What stands below its heading: blocks, and credits between them. */
  content: (RootContent | DraftCredits)[];
}

/**
 * Divides the blocks of a page into sections by its headings. A heading that is more than text, or
 * that stands at another level than that of a section here, stays Markdown: in a section that has
 * no title.
 *
 * @param level that of the page's title: its sections are one below
 * @param prove keeps, of the credits that were found, those that would come back
 * @param layouts in which credits are looked for
 */
export function outlineOf(
  blocks: readonly RootContent[],
  page: MarkdownPage,
  prove: Proof,
  layouts: readonly Layout[],
): DraftSection {
  const root: Open = { section: { sections: [] }, level: 1, content: [] };
  const open = [root];
  const close = () => finish(open.pop() as Open, page);
  const add = (section: DraftSection, level: number) => {
    (open.at(-1) as Open).section.sections.push(section);
    open.push({ section, level, content: [] });
  };
  for (const block of blocks) {
    if (block.type !== 'heading') {
      const credits = creditsOf(block, page, layouts);
      (open.at(-1) as Open).content.push((credits && prove(credits)) ?? block);
      continue;
    }
    const ends = ({ section, level }: Open) => section.title === undefined || level >= block.depth;
    while (open.length > 1 && ends(open.at(-1) as Open)) close();
    const title = titleOf(block, page);
    const { level } = open.at(-1) as Open;
    if (title !== undefined && block.depth === level + 1) add({ title, sections: [] }, block.depth);
    else {
      add({ sections: [] }, level);
      (open.at(-1) as Open).content.push(block);
    }
  }
  while (open.length > 0) close();
  return root.section;
}

/** The text of a heading that is nothing but text. */
export function titleOf(heading: Heading, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(heading, page);
  return phrase && plainOf(phrase.text, phrase);
}

function creditsOf(
  block: RootContent,
  page: MarkdownPage,
  layouts: readonly Layout[],
): DraftCredits | undefined {
  for (const layout of layouts) {
    const credits = READERS[layout](block, page);
    if (credits) return withOrder(credits);
  }
  return;
}

type Layout = WholeStyle['layout'];

/** How credits are read that are laid out in each of the ways there are. */
const READERS: Record<
  Layout,
  (block: RootContent, page: MarkdownPage) => DraftCredits | undefined
> = {
  list: (block, page) => (block.type === 'list' ? listCredits(block, page) : undefined),
  names: (block, page) => (block.type === 'paragraph' ? namesCredits(block, page) : undefined),
  table: (block, page) => (block.type === 'table' ? tableCredits(block, page) : undefined),
  cards: cardsCredits,
};

/** How many credits in the order of their names are so on purpose. */
const ON_PURPOSE = 5;

/** Credits, and whether they are sorted. */
function withOrder(credits: DraftCredits): DraftCredits {
  const names = credits.credits.map((credit) =>
    typeof credit === 'string' ? undefined : credit.name,
  );
  const inOrder = (name: string | undefined, index: number) => {
    const before = names[index - 1];
    return name !== undefined && (before === undefined || compareNames(before, name) <= 0);
  };
  const isSorted = names.every(inOrder);
  if (isSorted && names.length < ON_PURPOSE) return credits;
  return { ...credits, style: { ...credits.style, sort: isSorted ? 'name' : 'none' } };
}

/** Gives what stands below a heading its place: before the credits, after them, or apart. */
function finish({ section, content }: Open, page: MarkdownPage): void {
  const parts: DraftSection[] = [];
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

function introOf(blocks: readonly RootContent[], page: MarkdownPage): Pick<DraftSection, 'intro'> {
  // What is defined shows nothing where it is defined.
  return blocks.some((block) => !isDefinition(block)) ? { intro: blocksField(blocks, page) } : {};
}
