/**
 * How a page becomes a source:
 *
 * 1. the text of a page → its blocks (`MarkdownPage`)
 * 2. blocks → front matter, title, notice, and sections with their credits (`ImportedPage`)
 * 3. the imported page → a source, and the page that it builds (`Attempt`)
 * 4. blocks that this page renders differently are kept as Markdown, in a second attempt
 * 5. the rendered content of the original page and of the built page is compared
 */
import type { Nodes, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isCardsImport } from '../layouts/cards/read.ts';
import { type MarkdownPage, PageError, splitPage, startOf } from '../markdown/markdown-page.ts';
import {
  creditLists,
  type ImportedCredits,
  type ImportedPage,
  type ImportedSection,
  peopleOfCredit,
} from '../model/imported-page.ts';
import { stripBom } from '../text/strip-bom.ts';
import type { Format } from '../types.ts';
import { type BuiltSource, buildSource } from './build-source.ts';
import { changedBlocks } from './changed-blocks.ts';
import { type CreditCounts, countCredits } from './count-credits.ts';
import { creditsAt } from './credits-at.ts';
import { withDetectedSort } from './detect-sort.ts';
import { escapeDirectives } from './escape-directives.ts';
import { formattingOf } from './formatting-options.ts';
import type { ImportOptions } from './import-options.ts';
import { once } from './once.ts';
import { outlineOf } from './outline.ts';
import { parseSupportedPage } from './parse-supported-page.ts';
import { mayHaveDirectives, parseWithDirectives } from './parse-with-directives.ts';
import {
  type CreditsAndHandles,
  type KeptAsMarkdown,
  readCredits,
  withoutKept,
} from './read-credits.ts';
import { frontMatterLines } from './read-front-matter.ts';
import { readPageHead } from './read-page-head.ts';
import { type RenderedBlock, renderBlocks } from './render-blocks.ts';
import { comparedMarkdown, rewriteForMicromark } from './satteri-differences.ts';
import { writeSource } from './write-source.ts';

export { PageError };

export interface ImportResult {
  yaml: string;
  /** Whether the built page has the same bytes, renders the same, or renders differently. */
  fidelity: 'identical' | 'equivalent' | 'different';
  /** Returns the rendered content of the original page, as lines to compare. */
  renderedBefore(): string[];
  /** Returns the rendered content of the built page, as lines to compare. */
  renderedAfter(): string[];
  /** Descriptions of what a source cannot contain. */
  leftOut: string[];
  counts: CreditCounts;
  /** Whether a table of faces became a gallery, which makes a difference. */
  isRedesigned: boolean;
}

/**
 * Turns a page into a source, and compares the page that the source builds with the original.
 *
 * @param original the page, with LF line ends
 * @throws {PageError} if the page cannot be read
 */
export function importPage(original: string, options: ImportOptions): ImportResult {
  try {
    return convertPage(original, options);
  } catch (error) {
    // Deeply nested blocks exceed the size of the call stack.
    if (error instanceof RangeError) throw new PageError('page-too-deep', '', 0);
    throw error;
  }
}

function convertPage(original: string, options: ImportOptions): ImportResult {
  const { format, pictures } = options;
  const text = trimAsAstro(stripBom(original), format);
  const { page: parsed, leftOut } = parseSupportedPage(text, format);
  const page = pictures ? { ...parsed, pictures } : parsed;
  const blocksBefore = once(() => {
    return mayHaveDirectives(page.body)
      ? renderBody(page.body, format)
      : renderTree(copyOf(page.tree), page.body, format);
  });
  const isReproduced = ({ built: { errors, text: builtText } }: Attempt) =>
    errors.length === 0 && withoutTrailingSpace(builtText) === withoutTrailingSpace(original);

  const credits = readCredits(page);
  let attempt = attemptImport(page, credits, new Map(), options);
  if (!isReproduced(attempt)) {
    // The built page is parsed as well.
    if (page.excess !== undefined) throw new PageError('markdown-too-long', page.excess, 0);
    const kept = findKept(page, attempt, blocksBefore);
    if (kept.size > 0) attempt = attemptImport(page, credits, kept, options);
  }

  const { imported, yaml, built, blocksAfter } = attempt;
  const renderedBefore = once(() => {
    const { frontMatter, body } = splitPage(text, format);
    const blocks = body === page.body ? blocksBefore() : renderBody(body, format);
    return renderedLines(frontMatter, blocks);
  });
  const renderedAfter = once(() =>
    renderedLines(splitPage(built.text, format).frontMatter, blocksAfter()),
  );
  const isEquivalent = () =>
    isReproduced(attempt) ||
    (built.errors.length === 0 && renderedBefore().join('\n') === renderedAfter().join('\n'));
  const fidelity =
    built.text === original ? 'identical' : isEquivalent() ? 'equivalent' : 'different';
  const addresses = fidelity === 'different' ? newlyLinked(renderedBefore(), renderedAfter()) : [];
  return {
    yaml,
    fidelity,
    renderedBefore,
    renderedAfter,
    leftOut: [
      ...(stripBom(original) === original ? [] : ['the byte order mark']),
      ...leftOut,
      ...attempt.leftOut,
      ...addresses.map((address) => `the address "${address}" as text, as it becomes a link`),
    ],
    counts: countCredits(imported),
    isRedesigned: creditLists(imported).some((list) => list.isRedesigned),
  };
}

/** Returns the email addresses that only the built page links. */
function newlyLinked(before: readonly string[], after: readonly string[]): string[] {
  const linked = (lines: readonly string[]) =>
    lines.flatMap((line) =>
      Array.from(line.matchAll(/<a href="mailto:([^"]*)">\1<\/a>/g), ([, address = '']) => address),
    );
  const known = new Set(linked(before));
  return [...new Set(linked(after))].filter((address) => !known.has(address));
}

/** Trims white space at the end of an `.md` page with front matter, as Astro does. */
function trimAsAstro(page: string, format: Format): string {
  const isTrimmed = format === 'md' && splitPage(page, format).frontMatter !== undefined;
  return isTrimmed ? `${page.trimEnd()}\n` : page;
}

/** Removes white space at the end of a page, which is never visible. */
function withoutTrailingSpace(page: string): string {
  return page.replace(/(?<![ \t\n])[ \t\n]+$/, '');
}

/** Renders the body of a page as Starlight does. */
function renderBody(markdown: string, format: Format): RenderedBlock[] {
  const body = escapeDirectives(markdown, format);
  const tree = parseWithDirectives(body, format);
  const rewritten = rewriteForMicromark(tree, body, format);
  return rewritten === body
    ? renderTree(tree, body, format)
    : renderTree(parseWithDirectives(rewritten, format), rewritten, format);
}

/** Copies a node and the nodes in it, but not their positions. `structuredClone` takes ten times as long. */
function copyOf<T extends Nodes>(node: T): T {
  return 'children' in node ? { ...node, children: node.children.map(copyOf) } : { ...node };
}

/** Renders a body with the Markdown that has to be the same on both pages. The tree is modified. */
function renderTree(tree: Root, body: string, format: Format): RenderedBlock[] {
  return renderBlocks(tree, body, comparedMarkdown(tree, body, format));
}

function renderedLines(frontMatter = '', blocks: readonly RenderedBlock[] = []): string[] {
  return [...frontMatterLines(frontMatter), ...blocks.flatMap(({ lines }) => lines)];
}

/** A source, and the page that it builds. */
interface Attempt {
  imported: ImportedPage;
  yaml: string;
  built: BuiltSource;
  /** Renders the built page. */
  blocksAfter(): RenderedBlock[];
  /** Descriptions of what a source cannot contain. */
  leftOut: string[];
}

function attemptImport(
  page: MarkdownPage,
  { credits, handles }: CreditsAndHandles,
  kept: KeptAsMarkdown,
  options: ImportOptions,
): Attempt {
  const rest = { credits: withoutKept(credits, kept), handles };
  const { imported, leftOut } = importedPageOf(page, rest, kept, options);
  const { yaml, built } = buildImported(imported, options);
  const blocksAfter = once(() =>
    renderBody(splitPage(built.text, options.format).body, options.format),
  );
  return { imported, leftOut, yaml, built, blocksAfter };
}

/** Builds a page. If it is for GitHub by default, it is for Starlight where GitHub would show another page. */
function buildImported(
  imported: ImportedPage,
  options: ImportOptions,
): Pick<Attempt, 'yaml' | 'built'> {
  const yaml = writeSource(imported);
  const built = buildSource(yaml, options);
  const { output } = imported;
  // A table of faces was written for GitHub, and is not reproduced in either flavor.
  const isForGitHub = creditLists(imported).some((list) => list.isForGitHub || list.isRedesigned);
  if (built.flavor !== 'github' || isForGitHub || !output) return { yaml, built };
  const starlightYaml = writeSource({ ...imported, output: { ...output, flavor: 'starlight' } });
  const starlightBuilt = buildSource(starlightYaml, options);
  return starlightBuilt.text === built.text
    ? { yaml, built }
    : { yaml: starlightYaml, built: starlightBuilt };
}

function importedPageOf(
  page: MarkdownPage,
  { credits, handles }: CreditsAndHandles,
  kept: KeptAsMarkdown,
  options: ImportOptions,
): Pick<Attempt, 'imported' | 'leftOut'> {
  const { children } = page.tree;
  const layoutOf = (block: RootContent) => credits.get(block)?.style.layout;
  const isCards = (block: RootContent) => layoutOf(block) === 'cards';
  // A built page with cards has this import anyway, but only of the components of credits.
  const isKept = (block: RootContent) => block.type === 'mdxJsxFlowElement' && !credits.has(block);
  const blocks =
    children.some(isCards) && !children.some(isKept)
      ? children.filter((block) => !isCardsImport(block))
      : children;
  const { imported: head, rest, leftOut } = readPageHead(page, blocks, options);
  // Without the character, an `.md` page has no HTML.
  const html =
    (options.format === 'mdx' || page.body.includes('<')) &&
    rest.some((block) => fieldBlocks(block, credits.get(block)).some(containsHtml));
  const outline = outlineOf(rest, page, kept, credits);
  const markdown = formattingOf(page);
  const hasHandles = creditLists(outline)
    .flatMap((list) => list.credits.flatMap(peopleOfCredit))
    .some(({ handle }) => handle !== undefined);
  const imported = withDetectedSort({
    ...head,
    ...outline,
    ...(html && { html }),
    ...(handles && hasHandles && { handles }),
    ...(Object.keys(markdown).length > 0 && { markdown }),
  });
  return { imported, leftOut: [...leftOut, ...lostFormatting(outline)] };
}

/** Returns what fields contain of a block: not the elements of cards, a gallery, faces and pictures, and not rows. */
function fieldBlocks(block: RootContent, credits: ImportedCredits | undefined): RootContent[] {
  if (credits?.isRedesigned || credits?.style.layout === 'cards') return [];
  if (block.type === 'table' && credits) {
    const imageColumn = credits.style.columns?.indexOf('image');
    return block.children.flatMap(({ children }) =>
      children.filter((_, index) => index !== imageColumn),
    );
  }
  if (credits?.style.layout !== 'gallery') return [block];
  return 'children' in block && block.type !== 'paragraph' ? block.children : [];
}

/** Whether a block contains HTML or, in an `.mdx` page, JSX, expressions or ESM. */
function containsHtml(block: RootContent): boolean {
  let found = false;
  visit(block, ({ type }) => {
    if (type === 'html' || type.startsWith('mdx')) found = true;
  });
  return found;
}

/** Describes the visible formatting that lists, tables and cards lose when they become credits. */
function lostFormatting(outline: ImportedSection): string[] {
  let isLoose = false;
  let isAligned = false;
  const lists = creditLists(outline);
  for (const block of lists.flatMap(({ nodes, isRedesigned }) => (isRedesigned ? [] : nodes))) {
    visit(block, (node) => {
      if ((node.type === 'list' || node.type === 'listItem') && node.spread) isLoose = true;
      if (node.type === 'table' && node.align?.some(Boolean)) isAligned = true;
    });
  }
  return [
    ...(isLoose ? ['the space between the items of lists'] : []),
    ...(isAligned ? ['the alignment of table columns'] : []),
    ...(lists.some(({ isRedesigned }) => isRedesigned)
      ? ['the symbols in a table of faces, and their links']
      : []),
    ...(lists.some(({ isRearranged }) => isRearranged) ? ['the arrangement of cards'] : []),
  ];
}

/** Finds what has to be kept as Markdown: invalid credits, and blocks that are rendered differently. */
function findKept(
  { tree }: MarkdownPage,
  { imported, built, yaml, blocksAfter }: Attempt,
  blocksBefore: () => RenderedBlock[],
): KeptAsMarkdown {
  if (built.errors.length > 0) {
    const offsets = built.errors.map(({ offset }) => offset);
    return creditsAt(offsets, yaml, imported);
  }
  const changes = changedBlocks(blocksBefore(), blocksAfter());
  const changeAt = new Map(changes.map((change) => [change.start, change]));
  const kept = new Map<number, 'all' | readonly number[]>();
  for (const { nodes, credits, isRedesigned } of creditLists(imported)) {
    if (isRedesigned) continue;
    for (const start of nodes.map(startOf)) {
      const change = changeAt.get(start);
      if (!change) continue;
      // Credits may lose the space between them, but a list of only string credits stays as it is.
      if (!change.isSpacing) kept.set(start, change.items ?? 'all');
      else if (credits.every((credit) => typeof credit === 'string')) kept.set(start, 'all');
    }
  }
  for (const block of tree.children) {
    if (block.type === 'heading' && changeAt.has(startOf(block))) kept.set(startOf(block), 'all');
  }
  return kept;
}
