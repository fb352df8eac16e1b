/**
 * How a page becomes a source:
 *
 * 1. the text of a page → its blocks (`MarkdownPage`)
 * 2. blocks → front matter, title, notice, and sections with their credits (`ImportedPage`)
 * 3. the sections → YAML, and the page that is built from it
 * 4. blocks that render differently there stay Markdown, and the page is built once more
 * 5. the proof: the content that readers see, before and after
 */
import type { Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isCardsImport } from '../layouts/cards/read.ts';
import { type MarkdownPage, PageError, splitPage, startOf } from '../markdown/markdown-page.ts';
import { once } from '../markdown/once.ts';
import { creditLists, type ImportedPage, type ImportedSection } from '../model/imported-page.ts';
import { stripBom } from '../text/strip-bom.ts';
import type { Format } from '../types.ts';
import { parseAdmissible } from './admissible.ts';
import { type BuiltSource, buildSource } from './build-source.ts';
import { changedBlocks } from './changed-blocks.ts';
import { creditsAt } from './credits-at.ts';
import { withDetectedSort } from './detect-sort.ts';
import { escapeDirectives } from './escape-directives.ts';
import { formattingOf } from './formatting-options.ts';
import { type HeadOptions, headOf } from './head.ts';
import { type CreditsByBlock, type Kept, outlineOf, readCredits, withoutKept } from './outline.ts';
import { frontMatterLines } from './read-front-matter.ts';
import {
  hasDirectives,
  parseRendered,
  type RenderedBlock,
  renderedBlocks,
} from './rendered-page.ts';
import { asSatteriReads, comparedMarkdown } from './satteri-differences.ts';
import { writeSource } from './write-source.ts';

export { PageError };

export type ImportOptions = HeadOptions;

/** The source that was imported from a page. */
export interface ImportResult {
  yaml: string;
  /** Whether the built page has the same bytes, renders the same, or differs. */
  proof: 'bytes' | 'reader' | 'difference';
  /** The content that readers see on the original page, and on the built one. */
  shownBefore(): string[];
  shownAfter(): string[];
  /** Content that a source cannot contain. */
  leftOut: string[];
  counts: { credits: number; markdown: number };
}

/**
 * Turns a page into a source, and compares the page that it builds.
 *
 * @param original the page, with LF line ends
 * @throws {PageError} if the page cannot be read
 */
export function importPage(original: string, options: ImportOptions): ImportResult {
  try {
    return importSound(original, options);
  } catch (error) {
    if (error instanceof RangeError) throw new PageError('page-too-deep', '', 0);
    throw error;
  }
}

function importSound(original: string, options: ImportOptions): ImportResult {
  const { format } = options;
  const text = asAstroReads(stripBom(original), format);
  const { page, leftOut } = parseAdmissible(text, format);
  if (stripBom(original) !== original) leftOut.unshift('the byte order mark');
  const before = once(() => {
    return hasDirectives(page.body)
      ? rendered(page.body, format)
      : shownBlocks(structuredClone(page.tree), page.body, format);
  });
  const isWritten = ({ built: { errors, text } }: Attempt) =>
    errors.length === 0 && withoutEnd(text) === withoutEnd(original);

  const credits = readCredits(page);
  let attempt = attemptAt(page, credits, new Map(), options);
  if (!isWritten(attempt)) {
    const kept = keptOf(page, attempt, before);
    if (kept.size > 0) attempt = attemptAt(page, credits, kept, options);
  }

  const { imported, yaml, built, after } = attempt;
  const shownBefore = once(() => {
    const { frontMatter, body } = splitPage(text, format);
    return shownLines(frontMatter, body === page.body ? before() : rendered(body, format));
  });
  const shownAfter = once(() => shownLines(splitPage(built.text, format).frontMatter, after()));
  const isSame = () =>
    built.errors.length === 0 && shownBefore().join('\n') === shownAfter().join('\n');
  return {
    yaml,
    proof:
      built.text === original ? 'bytes' : isWritten(attempt) || isSame() ? 'reader' : 'difference',
    shownBefore,
    shownAfter,
    leftOut: [...leftOut, ...attempt.leftOut],
    counts: countsOf(imported),
  };
}

/** A page as Astro reads it: without any white space at the end, if it is an `.md` page. */
function asAstroReads(page: string, format: Format): string {
  const isTrimmed = format === 'md' && splitPage(page, format).frontMatter !== undefined;
  return isTrimmed ? `${page.trimEnd()}\n` : page;
}

/** A page without the space at its end, which is never visible. */
function withoutEnd(page: string): string {
  return page.replace(/[ \t\n]+$/, '');
}

function rendered(written: string, format: Format): RenderedBlock[] {
  const body = escapeDirectives(written, format);
  const tree = parseRendered(body, format);
  const read = asSatteriReads(tree, body, format);
  return shownBlocks(read === body ? tree : parseRendered(read, format), read, format);
}

/** The blocks of a page as they are rendered, and the Markdown that is compared as it is written. */
function shownBlocks(tree: Root, body: string, format: Format): RenderedBlock[] {
  const lines = comparedMarkdown(tree, body, format);
  const written = lines.length > 0 ? [{ lines, start: undefined }] : [];
  return [...renderedBlocks(tree, body), ...written];
}

function shownLines(frontMatter = '', blocks: readonly RenderedBlock[] = []): string[] {
  return [...frontMatterLines(frontMatter), ...blocks.flatMap(({ lines }) => lines)];
}

/** A source, and the page that it builds. */
interface Attempt {
  imported: ImportedPage;
  yaml: string;
  built: BuiltSource;
  after(): RenderedBlock[];
  /** Content that a source cannot contain. */
  leftOut: string[];
}

/** @param kept what stays Markdown */
function attemptAt(
  page: MarkdownPage,
  found: CreditsByBlock,
  kept: Kept,
  options: ImportOptions,
): Attempt {
  const { imported, leftOut } = importedPageOf(page, withoutKept(found, kept), kept, options);
  const yaml = writeSource(imported);
  const built = buildSource(yaml, options.format);
  const after = once(() => rendered(splitPage(built.text, options.format).body, options.format));
  return { imported, leftOut, yaml, built, after };
}

function importedPageOf(
  page: MarkdownPage,
  credits: CreditsByBlock,
  kept: Kept,
  options: ImportOptions,
): Pick<Attempt, 'imported' | 'leftOut'> {
  const { children } = page.tree;
  const isCards = (block: RootContent) => block.type === 'mdxJsxFlowElement' && credits.has(block);
  // A built page has this import if it has cards.
  const shown = children.some(isCards)
    ? children.filter((block) => !isCardsImport(block))
    : children;
  const { imported, rest, leftOut } = headOf(page, shown, options);
  const html = rest.some((block) => holdsHtml(block) && !isCards(block));
  const outline = outlineOf(rest, page, kept, credits);
  const markdown = formattingOf(page);
  return {
    leftOut: [...leftOut, ...spacingIn(outline)],
    imported: withDetectedSort({
      ...imported,
      ...outline,
      ...(html && { html }),
      ...(Object.keys(markdown).length > 0 && { markdown }),
    }),
  };
}

/** Whether a block contains HTML or, in an `.mdx` page, JSX, expressions or ESM. */
function holdsHtml(block: RootContent): boolean {
  let found = false;
  visit(block, ({ type }) => {
    if (type === 'html' || type.startsWith('mdx')) found = true;
  });
  return found;
}

/** Returns what is lost when lists and tables become credits. */
function spacingIn(outline: ImportedSection): string[] {
  let isLoose = false;
  let isAligned = false;
  for (const { nodes } of creditLists(outline)) {
    for (const block of nodes) {
      visit(block, (node) => {
        if ((node.type === 'list' || node.type === 'listItem') && node.spread) isLoose = true;
        if (node.type === 'table' && node.align?.some(Boolean)) isAligned = true;
      });
    }
  }
  return [
    ...(isLoose ? ['the space between the items of lists'] : []),
    ...(isAligned ? ['the alignment of table columns'] : []),
  ];
}

/** Returns what stays Markdown: invalid credits, and blocks that the built page renders differently. */
function keptOf(
  { tree }: MarkdownPage,
  { imported, built, yaml, after }: Attempt,
  before: () => RenderedBlock[],
): Kept {
  if (built.errors.length > 0) {
    const offsets = built.errors.map(({ offset }) => offset);
    return creditsAt(offsets, yaml, imported);
  }
  const kept = new Map<number, 'all' | readonly number[]>();
  const changes = new Map(changedBlocks(before(), after()).map((each) => [each.start, each]));
  for (const { nodes, credits } of creditLists(imported)) {
    for (const start of nodes.map(startOf)) {
      const change = changes.get(start);
      if (!change) continue;
      // Credits may lose the space between them. String credits alone stay Markdown.
      if (!change.isSpacing) kept.set(start, change.items ?? 'all');
      else if (credits.every((credit) => typeof credit === 'string')) kept.set(start, 'all');
    }
  }
  for (const block of tree.children) {
    if (block.type === 'heading' && changes.has(startOf(block))) kept.set(startOf(block), 'all');
  }
  return kept;
}

/** How many credits a page has, and how many of these are Markdown. */
function countsOf(outline: ImportedSection): ImportResult['counts'] {
  const credits = creditLists(outline).flatMap((list) =>
    list.credits.flatMap((credit) =>
      typeof credit === 'string' ? [credit] : [credit, ...(credit.credits ?? [])],
    ),
  );
  const markdown = credits.filter((credit) => typeof credit === 'string');
  return { credits: credits.length, markdown: markdown.length };
}
