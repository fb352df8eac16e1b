/** How a page becomes a source: page → blocks → sections and credits → YAML, and the proof. */
import type { RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { parseDocument } from 'yaml';
import { defaultNotice } from '../model/notice.ts';
import type { Format } from '../model/output.ts';
import { admissible } from './admissible.ts';
import { build } from './build.ts';
import { cardsCredits, isCardsImport } from './credits/cards.ts';
import type { Draft, DraftCredits, DraftSection, FrontMatterEntry } from './draft.ts';
import { blocksField } from './field.ts';
import { readFrontMatter } from './front-matter.ts';
import { outlineOf, titleOf } from './outline.ts';
import { type MarkdownPage, PageError, parseBody, parsePage, splitPage } from './page.ts';
import { readerLines } from './reader.ts';
import { writeSource } from './source.ts';
import { optionsFor } from './spelling.ts';

export { PageError };

export interface ImportOptions {
  /** Where the page is, relative to the source. */
  output: string;
  format: Format;
  /** The name of the source, which a notice may tell. */
  source: string;
}

/** A page as a source. */
export interface Imported {
  yaml: string;
  /** What comes back of the page: its bytes; what its reader sees; or something else. */
  proof: 'bytes' | 'reader' | 'difference';
  /** What the reader of the page saw, and what the reader of the built one sees. */
  before: string[];
  after: string[];
  /** What has no place in a source. */
  leftOut: string[];
  counts: { credits: number; markdown: number };
}

/**
 * Turns a page into a source, and proves that nothing was lost.
 *
 * @param original the page, with LF line ends and without a byte order mark
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

function importSound(original: string, options: ImportOptions): Imported {
  const { format } = options;
  const leftOut: string[] = [];
  const sound = admissible(original, format, (what) => leftOut.push(what));
  const page = parsePage(sound, format);
  const before = linesOf(admissible(original, format), format);
  const drafts = [
    () => structured(page, options, ['cards', ...LAYOUTS]),
    () => structured(page, options, LAYOUTS),
    () => unstructured(page, options),
  ];
  let result: Imported | undefined;
  for (const make of drafts) {
    const draft = make();
    const spelt = withSpelling(draft, original, format);
    const yaml = writeSource(spelt);
    const built = build(yaml, format);
    const after = linesOf(built.text(), format);
    const same = built.error === undefined && before.join('\n') === after.join('\n');
    const proof = !same ? 'difference' : built.text() === original ? 'bytes' : 'reader';
    if (result && proof === 'difference') continue;
    const refused = draft.frontMatter.filter((entry) => entry.refused !== undefined);
    result = {
      yaml,
      proof,
      before,
      after,
      leftOut: [
        ...leftOut,
        ...refused.map(({ key }) => `"${key}" of the front matter, which Starlight does not take`),
      ],
      counts: countsOf(draft),
    };
    if (same) break;
  }
  return result as Imported;
}

/** The layouts that Markdown has by itself. */
const LAYOUTS = ['list', 'table', 'names'] as const;

function structured(
  page: MarkdownPage,
  options: ImportOptions,
  layouts: Parameters<typeof outlineOf>[3],
): Draft {
  const hasCards = layouts.includes('cards');
  const shown = page.tree.children.filter((block) => !hasCards || !isCardsImport(block));
  const [draft, blocks] = pageDraft(page, shown, options);
  const html = holdsHtml(blocks.filter((block) => !hasCards || !cardsCredits(block, page)));
  const prove = (credits: DraftCredits) => proven(credits, html, page);
  return { ...draft, ...outlineOf(blocks, page, prove, layouts), ...(html && { html }) };
}

/** The whole page as Markdown: what is left where its parts did not come back. */
function unstructured(page: MarkdownPage, options: ImportOptions): Draft {
  const { children } = page.tree;
  const [draft, blocks] = pageDraft(page, children, options);
  const html = holdsHtml(blocks);
  const intro = blocks.length > 0 && { intro: blocksField(blocks, page) };
  return { ...draft, ...intro, sections: [], ...(html && { html }) };
}

/** What a page says of itself, and the blocks that are left. */
function pageDraft(
  page: MarkdownPage,
  blocks: readonly RootContent[],
  { output, format, source }: ImportOptions,
): [Draft, RootContent[]] {
  const parts = page.frontMatter === undefined ? undefined : readFrontMatter(page.frontMatter);
  const draft: Draft = { comments: [], frontMatter: [], sections: [], ...parts };
  draft.frontMatter = draft.frontMatter.map((entry) => checkedEntry(entry, format));
  const rest = [...blocks];
  const hasFrontMatter =
    parts !== undefined && (draft.title ?? draft.description ?? draft.frontMatter[0]) !== undefined;
  if (!hasFrontMatter) {
    const notice = commentText(rest[0]);
    if (notice !== undefined) {
      draft.notice = notice;
      rest.shift();
    }
  }
  if (draft.notice === defaultNotice(source)) draft.notice = true;
  const place: NonNullable<Draft['output']> = { path: output };
  if (!hasFrontMatter) place.frontmatter = false;
  if (draft.title === undefined) {
    // Modules that are imported first show nothing.
    const first = rest.findIndex(({ type }) => type !== 'mdxjsEsm');
    const title = headingTitle(rest[first], page);
    if (title === undefined) place.title = 'none';
    else {
      draft.title = title;
      rest.splice(first, 1);
      if (hasFrontMatter) place.title = 'heading';
    }
  }
  draft.output = place;
  return [draft, rest];
}

function headingTitle(block: RootContent | undefined, page: MarkdownPage): string | undefined {
  return block?.type === 'heading' && block.depth === 1 ? titleOf(block, page) : undefined;
}

/** The text of a comment, if a block is one. */
function commentText(block: RootContent | undefined): string | undefined {
  if (block?.type === 'html') return /^<!-- (\S.*\S) -->$/.exec(block.value)?.[1];
  if (block?.type !== 'mdxFlowExpression') return;
  return /^\/\* (\S.*\S) \*\/$/.exec(block.value)?.[1];
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

/** A key of front matter, and whether Starlight takes it. */
function checkedEntry(entry: FrontMatterEntry, format: Format): FrontMatterEntry {
  const draft: Draft = { title: 'Title', comments: [], frontMatter: [entry], sections: [] };
  const { error } = build(writeSource(draft), format);
  return error === undefined ? entry : { ...entry, refused: error };
}

/**
 * Credits that come back as they were: all of them, or all but some that stay Markdown. Nothing if
 * not even these do.
 */
function proven(
  credits: DraftCredits,
  html: boolean,
  { definitions, format }: MarkdownPage,
): DraftCredits | undefined {
  const comesBack = (some: DraftCredits) => {
    const draft: Draft = { title: 'Title', comments: [], frontMatter: [], sections: [], html };
    draft.credits = some;
    const built = build(writeSource({ ...draft, output: TITLELESS }), format);
    if (built.error !== undefined) return false;
    const before = readerLines({
      type: 'root',
      children: structuredClone([...some.nodes, ...definitions.values()]),
    });
    const after = linesOf(built.text(), format);
    return shown(before) === shown(after);
  };
  if (comesBack(credits)) return credits;
  const { nodes, lines } = credits;
  const [list] = nodes;
  if (!lines || list?.type !== 'list') return;
  const mended = credits.credits.map((credit, index) => {
    const item = list.children[index];
    const only = {
      ...credits,
      credits: [credit],
      nodes: [{ ...list, children: item ? [item] : [] }],
    };
    return comesBack(only) ? credit : (lines[index] ?? credit);
  });
  const rest = { ...credits, credits: mended };
  return comesBack(rest) ? rest : undefined;
}

/** Lines to compare, whatever stands in for the modules that a part of a page has not. */
function shown(lines: readonly string[]): string {
  return lines.filter((line) => !line.endsWith('> without an import')).join('\n');
}

/** A page that shows nothing but its content. */
const TITLELESS = { path: 'page.md', frontmatter: false, title: 'none' } as const;

/** The draft with the options that bring its page nearest to the original. */
function withSpelling(draft: Draft, original: string, format: Format): Draft {
  const built = build(writeSource(draft), format);
  if (built.error !== undefined) return draft;
  const markdown = optionsFor(original, (options) => built.text(options));
  return Object.keys(markdown).length > 0 ? { ...draft, markdown } : draft;
}

/** What the reader of a page sees, the front matter first. */
function linesOf(text: string, format: Format): string[] {
  const { frontMatter, body } = splitPage(text);
  const values = parseDocument(frontMatter ?? '', { schema: 'failsafe', logLevel: 'error' }).toJS();
  const { title, description, ...others } = (values ?? {}) as Record<string, unknown>;
  const entries = Object.entries({ title, description, ...others });
  const shown = entries.filter(([, value]) => value !== undefined && value !== '');
  return [
    ...shown.map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    ...readerLines(parseBody(body, format)),
  ];
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
