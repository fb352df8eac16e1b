/** The blocks of a page → its sections. */
import type { Heading, RootContent } from 'mdast';
import { phraseOf, phraseText } from '../layouts/shared/phrase.ts';
import { isDefinition, keyOf, type MarkdownPage, startOf } from '../markdown/markdown-page.ts';
import { blocksField } from '../markdown/markdown-slices.ts';
import type { ImportedCredits, ImportedSection } from '../model/imported-page.ts';
import { isVisible } from '../text/visible-text.ts';
import type { CreditsByBlock, KeptAsMarkdown } from './read-credits.ts';

/** A block, or the credits that it contains. */
type SectionContent = RootContent | ImportedCredits;

/** A section that blocks are still added to. */
interface OpenSection {
  section: ImportedSection;
  /** The level of its heading, or 1 for the page. */
  level: number;
  /** The content below its heading. */
  content: SectionContent[];
}

/**
 * Divides the blocks of a page into sections at its headings. A heading that is more than text, or
 * that skips a level, is kept as Markdown in a section without a title.
 */
export function outlineOf(
  blocks: readonly RootContent[],
  page: MarkdownPage,
  kept: KeptAsMarkdown,
  credits: CreditsByBlock,
): ImportedSection {
  const root: OpenSection = { section: { sections: [] }, level: 1, content: [] };
  const open = [root];
  /** The content of each section without a title. */
  const untitled = new Map<ImportedSection, SectionContent[]>();
  const close = () => closeSection(open.pop() as OpenSection, untitled, page);
  const add = (section: ImportedSection, level: number, content: SectionContent[]) => {
    (open.at(-1) as OpenSection).section.sections.push(section);
    open.push({ section, level, content });
  };
  for (const block of blocks) {
    if (block.type !== 'heading') {
      (open.at(-1) as OpenSection).content.push(credits.get(block) ?? block);
      continue;
    }
    const endsAtBlock = ({ section, level }: OpenSection) =>
      section.title === undefined || level >= block.depth;
    while (open.length > 1 && endsAtBlock(open.at(-1) as OpenSection)) close();
    const title = kept.has(startOf(block)) ? undefined : headingText(block, page);
    const { level } = open.at(-1) as OpenSection;
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

/** Returns the text of a heading, or `undefined` if it has other content or no visible text. */
export function headingText(heading: Heading, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(heading, page);
  const title = phrase && phraseText(phrase.text, phrase);
  return title !== undefined && isVisible(title) ? title : undefined;
}

/**
 * Sets the fields of a section. Its first credits are its own, with the blocks before them as its intro.
 * Each further list of credits, with the blocks before it, becomes a subsection without a title.
 */
function closeSection(
  { section, content: ownContent }: OpenSection,
  untitled: ReadonlyMap<ImportedSection, SectionContent[]>,
  page: MarkdownPage,
): void {
  const content = ownContent.every(isInvisible)
    ? [...ownContent, ...takeFirst(section, untitled)]
    : ownContent;
  const parts: ImportedSection[] = [];
  let blocks: RootContent[] = [];
  for (const child of content) {
    if (!('credits' in child)) {
      blocks.push(child);
      continue;
    }
    parts.push({ ...introOf(blocks, page), credits: child, sections: [] });
    blocks = [];
  }
  const [first, ...others] = parts;
  if (!first) {
    Object.assign(section, introOf(blocks, page));
    return;
  }
  Object.assign(section, { ...first, sections: section.sections });
  const outro = introOf(blocks, page).intro;
  // An outro would be after the subsections.
  if (outro && section.sections.length > 0) others.push({ intro: outro, sections: [] });
  else if (outro) section.outro = outro;
  section.sections.unshift(...others);
}

/** Whether content is invisible: a comment, an import or a definition. */
function isInvisible(content: SectionContent): boolean {
  if ('credits' in content) return false;
  if (content.type === 'html') return /^<!--(?:(?!-->).)*-->$/s.test(content.value);
  if (content.type === 'mdxFlowExpression') return /^\/\*(?:(?!\*\/).)*\*\/$/s.test(content.value);
  return content.type === 'mdxjsEsm' || isDefinition(content);
}

/**
 * Removes the first subsection if it has no title, and returns its content, which starts with a heading
 * that is kept as Markdown.
 */
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
  // Headings of the same level belong to sibling sections.
  if (!first || depth === undefined || others.some((other) => depthOf(other) === depth)) return [];
  sections.shift();
  return untitled.get(first) ?? [];
}

function introOf(
  blocks: readonly RootContent[],
  page: MarkdownPage,
): Pick<ImportedSection, 'intro'> {
  // A definition is written in the field that refers to it.
  const isElsewhere = (block: RootContent) =>
    isDefinition(block) && page.referencedKeys.has(keyOf(block));
  return blocks.every(isElsewhere) ? {} : { intro: blocksField(blocks, page) };
}
