/** How a page becomes a source: page → blocks → sections and credits → YAML, and the proof. */
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { isCardsImport } from '../layouts/cards/read.ts';
import type { LayoutName } from '../layouts/layout.ts';
import { layoutReaders } from '../layouts/readers.ts';
import { type MarkdownPage, PageError, splitPage } from '../markdown/markdown-page.ts';
import { blocksField } from '../markdown/markdown-slices.ts';
import { once } from '../markdown/once.ts';
import type { Draft, DraftCredits, DraftSection } from '../model/draft.ts';
import { stripBom } from '../text/strip-bom.ts';
import type { Format } from '../types.ts';
import { parseAdmissible } from './admissible.ts';
import { buildSource } from './build-source.ts';
import { withOrder } from './draft-order.ts';
import { optionsFor } from './formatting-options.ts';
import { firstRemark, type HeadOptions, headOf } from './head.ts';
import { outlineOf } from './outline.ts';
import { proven, readerLinesOfPage, readerLinesOfText } from './proof.ts';
import { writeSource } from './write-source.ts';

export { PageError };

export type ImportOptions = Omit<HeadOptions, 'takesNotice'>;

/** A page as a source. */
export interface Imported {
  yaml: string;
  /** Whether the built page has the same bytes, shows the same to its reader, or differs. */
  proof: 'bytes' | 'reader' | 'difference';
  /** What the reader of the page saw, and what the reader of the built one sees. */
  shownBefore(): string[];
  shownAfter(): string[];
  /** What has no place in a source. */
  leftOut: string[];
  counts: { credits: number; markdown: number };
}

/**
 * Turns a page into a source, and proves that nothing was lost.
 *
 * @param original the page, with LF line ends
 * @throws {PageError} where the page is not what it seems to be
 */
export function importPage(original: string, options: ImportOptions): Imported {
  try {
    return importSound(original, options);
  } catch (error) {
    if (error instanceof RangeError) throw new PageError('page-too-deep', '', 0);
    throw error;
  }
}

/** A source in the making, and what has no place in it. */
interface Attempt {
  draft: Draft;
  leftOut: string[];
}

/** The worst proof first. */
const PROOF_ORDER: readonly Imported['proof'][] = ['difference', 'reader', 'bytes'];

function importSound(original: string, options: ImportOptions): Imported {
  const { format } = options;
  const written = stripBom(original);
  const dropped = written === original ? [] : ['the byte order mark'];
  const page = parseAdmissible(written, format, (what) => dropped.push(what));
  const shownBefore = once(() => readerLinesOfPage(parseAdmissible(written, format)));
  const importedFrom = ({ draft, leftOut }: Attempt): Imported => {
    let imported: Imported | undefined;
    for (const { yaml, built } of formattingsOf(draft, written, format)) {
      const text = built.text();
      const shownAfter = once(() => readerLinesOfText(text, format));
      const isWhole = built.error === undefined;
      const isExact = isWhole && text === original;
      const isSame = () => isWhole && shownBefore().join('\n') === shownAfter().join('\n');
      imported = {
        yaml,
        proof: isExact ? 'bytes' : isSame() ? 'reader' : 'difference',
        shownBefore,
        shownAfter,
        leftOut: [...dropped, ...leftOut],
        counts: countsOf(draft),
      };
      if (imported.proof !== 'difference') break;
    }
    return imported as Imported;
  };
  let best: Imported | undefined;
  for (const layouts of LAYOUTS) {
    for (const attempt of attemptsAt(page, options, layouts)) {
      const imported = importedFrom(attempt);
      const isBetter =
        !best || PROOF_ORDER.indexOf(imported.proof) > PROOF_ORDER.indexOf(best.proof);
      if (isBetter) best = imported;
      if (best?.proof === 'bytes') break;
    }
    if (best?.proof !== 'difference') break;
  }
  return best as Imported;
}

/** The layouts that Markdown has by itself. */
const IN_MARKDOWN: readonly LayoutName[] = ['list', 'table', 'names'];

/** The layouts to look for: all; if the built page differs, fewer; then none. */
const LAYOUTS: readonly (readonly LayoutName[])[] = [['cards', ...IN_MARKDOWN], IN_MARKDOWN, []];

/** Whether to read a first comment as a notice, in the order of the attempts. */
const TAKES_NOTICE = { notice: [true, false], comment: [false, true], nothing: [true] };

/** The drafts that a page can become, the best first. */
function* attemptsAt(
  page: MarkdownPage,
  options: ImportOptions,
  layouts: readonly LayoutName[],
): Iterable<Attempt> {
  for (const takesNotice of TAKES_NOTICE[firstRemark(page) ?? 'nothing']) {
    const attempt = (divides: boolean) =>
      layouts.length > 0
        ? structured(page, { ...options, takesNotice }, layouts, divides)
        : unstructured(page, { ...options, takesNotice });
    const divided = attempt(true);
    yield divided;
    if (isDivided(divided.draft, new Set(page.tree.children))) yield attempt(false);
  }
}

/** Whether a list is split between sections: one has a node that is not a block of the page. */
function isDivided({ intro, sections }: DraftSection, blocks: ReadonlySet<RootContent>): boolean {
  return (
    (intro?.nodes.some((node) => !blocks.has(node)) ?? false) ||
    sections.some((section) => isDivided(section, blocks))
  );
}

function structured(
  page: MarkdownPage,
  options: HeadOptions,
  layouts: readonly LayoutName[],
  divides: boolean,
): Attempt {
  const hasCards = layouts.includes('cards');
  const shown = page.tree.children.filter((block) => !hasCards || !isCardsImport(block));
  const { draft, rest, leftOut } = headOf(page, shown, options);
  const html = holdsHtml(rest.filter((block) => !hasCards || !layoutReaders.cards(block, page)));
  const prove = (credits: DraftCredits) => proven(credits, html, page);
  const outline = outlineOf(rest, page, { prove, layouts, divides });
  if (isAligned(outline)) leftOut.push('the alignment of table columns');
  return { draft: withOrder({ ...draft, ...outline, ...(html && { html }) }), leftOut };
}

/** Whether credits were found in a table with columns that do not begin at the left. */
function isAligned({ credits, sections }: DraftSection): boolean {
  const [block] = credits?.nodes ?? [];
  const align = (block?.type === 'table' && block.align) || [];
  return align.some((side) => side === 'center' || side === 'right') || sections.some(isAligned);
}

/** The whole page as Markdown: the last resort. */
function unstructured(page: MarkdownPage, options: HeadOptions): Attempt {
  const { draft, rest, leftOut } = headOf(page, page.tree.children, options);
  const html = holdsHtml(rest);
  const intro = rest.length > 0 && { intro: blocksField(rest, page) };
  return { draft: { ...draft, ...intro, ...(html && { html }) }, leftOut };
}

/** Whether blocks hold HTML, or in an `.mdx` page what else is not Markdown. */
function holdsHtml(blocks: readonly RootContent[]): boolean {
  let found = false;
  for (const block of blocks) {
    visit(block, ({ type }) => {
      if (type === 'html' || type.startsWith('mdx')) found = true;
    });
  }
  return found;
}

/**
 * The source and what it comes to: with the options that bring its page nearest to the original, if
 * there are some, and without.
 */
function formattingsOf(draft: Draft, original: string, format: Format) {
  const yaml = writeSource(draft);
  const built = buildSource(yaml, format);
  const plain = { yaml, built };
  if (built.error !== undefined) return [plain];
  // Front matter is not Markdown.
  const bodyOf = (text: string) => splitPage(text).body;
  const markdown = optionsFor(bodyOf(original), (options) => bodyOf(built.text(options)));
  if (Object.keys(markdown).length === 0) return [plain];
  const formatted = writeSource({ ...draft, markdown });
  return [{ yaml: formatted, built: buildSource(formatted, format) }, plain];
}

/** How many credits a page has, and how many of these are Markdown. */
function countsOf(section: DraftSection): Imported['counts'] {
  const own = (section.credits?.credits ?? []).flatMap((credit) =>
    typeof credit === 'string' ? [credit] : [credit, ...(credit.credits ?? [])],
  );
  const counts = {
    credits: own.length,
    markdown: own.filter((credit) => typeof credit === 'string').length,
  };
  for (const inner of section.sections.map(countsOf)) {
    counts.credits += inner.credits;
    counts.markdown += inner.markdown;
  }
  return counts;
}
