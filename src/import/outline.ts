/** The blocks of a page → its sections. */
import type { Heading, RootContent } from 'mdast';
import { phraseOf, phraseText } from '../layouts/shared/phrase.ts';
import { isDefinition, keyOf } from '../markdown/definition-key.ts';
import { type MarkdownPage, startOf } from '../markdown/markdown-page.ts';
import { blocksField } from '../markdown/markdown-slices.ts';
import type { ImportedCredits, ImportedSection } from '../model/imported-page.ts';
import { isVisible } from '../text/visible-text.ts';
import type { CreditsByBlock, KeptAsMarkdown } from './read-credits.ts';

/** A block, or the credits that it contains. */
type SectionContent = RootContent | ImportedCredits;

/** A heading, and the content up to the next heading. */
interface Part {
  heading: Heading;
  /** The text of the heading, or `undefined` if it has to be kept as Markdown. */
  title: string | undefined;
  /** The level of the section that the heading starts. */
  level: number;
  content: SectionContent[];
}

/** A section of a page. If it has no title, its content may start with a heading. */
interface Outline {
  title?: string;
  content: SectionContent[];
  subsections: Outline[];
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
  const content: SectionContent[] = [];
  const parts: Part[] = [];
  for (const block of blocks) {
    if (block.type === 'heading') {
      parts.push(partOf(block, page, kept));
      continue;
    }
    const siblings = parts.at(-1)?.content ?? content;
    const child = credits.get(block) ?? block;
    // Credits may consist of several blocks.
    if (siblings.at(-1) !== child) siblings.push(child);
  }
  const subsections = takeSubsections(1, parts.reverse());
  return sectionOf({ content, subsections }, page);
}

function partOf(heading: Heading, page: MarkdownPage, kept: KeptAsMarkdown): Part {
  // A page has only sections below the level of its title.
  const isKept = heading.depth === 1 || kept.has(startOf(heading));
  const title = isKept ? undefined : headingText(heading, page);
  return { heading, title, level: Math.max(2, heading.depth), content: [] };
}

/**
 * Returns the subsections of a section, and removes their parts.
 *
 * @param level the level of the section, or 1 for the page
 * @param parts the parts after the section, in reverse order
 */
function takeSubsections(level: number, parts: Part[]): Outline[] {
  const subsections: Outline[] = [];
  for (let part = parts.at(-1); part && part.level > level; part = parts.at(-1)) {
    parts.pop();
    const { heading, title, content } = part;
    if (title !== undefined && part.level === level + 1) {
      subsections.push({ title, content, subsections: takeSubsections(part.level, parts) });
    } else subsections.push({ content: [heading, ...content], subsections: [] });
  }
  return subsections;
}

/** Returns the text of a heading, or `undefined` if it has other content or no visible text. */
export function headingText(heading: Heading, page: MarkdownPage): string | undefined {
  const phrase = phraseOf(heading, page);
  const title = phrase && phraseText(phrase.text, phrase);
  return title !== undefined && isVisible(title) ? title : undefined;
}

/**
 * Returns the fields of a section. Its first credits are its own, with the blocks before them as its intro.
 * Each further list of credits, with the blocks before it, becomes a subsection without a title.
 */
function sectionOf(outline: Outline, page: MarkdownPage): ImportedSection {
  const { title, content, subsections } = withVisibleContent(outline);
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
  const sections = subsections.map((subsection) => sectionOf(subsection, page));
  const rest = introOf(blocks, page);
  const titled = title === undefined ? {} : { title };
  if (!first) return { ...titled, ...rest, sections };
  // An outro would be after the subsections.
  if (rest.intro && sections.length > 0) others.push({ ...rest, sections: [] });
  else if (rest.intro) first.outro = rest.intro;
  return { ...titled, ...first, sections: [...others, ...sections] };
}

/** Whether content is invisible: a comment, an import or a definition. */
function isInvisible(content: SectionContent): boolean {
  if ('credits' in content) return false;
  if (content.type === 'html') return /^<!--(?:(?!-->).)*-->$/s.test(content.value);
  if (content.type === 'mdxFlowExpression') return /^\/\*(?:(?!\*\/).)*\*\/$/s.test(content.value);
  return content.type === 'mdxjsEsm' || isDefinition(content);
}

/**
 * Moves the content of the first subsection, if it starts with a heading that is kept as Markdown, to a
 * section without visible content.
 */
function withVisibleContent(outline: Outline): Outline {
  const [first, ...others] = outline.subsections;
  const depth = first && keptDepth(first);
  // Headings of the same level belong to sibling sections.
  const hasSibling = others.some((other) => keptDepth(other) === depth);
  if (!first || depth === undefined || hasSibling || !outline.content.every(isInvisible)) {
    return outline;
  }
  return { ...outline, content: [...outline.content, ...first.content], subsections: others };
}

/** Returns the depth of the heading of a subsection that is kept as Markdown. */
function keptDepth({ title, content: [heading] }: Outline): number | undefined {
  return title === undefined && heading && 'depth' in heading ? heading.depth : undefined;
}

function introOf(
  blocks: readonly RootContent[],
  page: MarkdownPage,
): Pick<ImportedSection, 'intro'> {
  // A definition is written in the field that refers to it.
  const isReferenced = (block: RootContent) =>
    isDefinition(block) && page.referencedKeys.has(keyOf(block));
  return blocks.every(isReferenced) ? {} : { intro: blocksField(blocks, page) };
}
