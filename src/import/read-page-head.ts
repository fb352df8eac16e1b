/** Reads the front matter, title and notice of a page. */
import type { RootContent } from 'mdast';
import { serializeFrontMatter } from '../frontmatter/serialize-front-matter.ts';
import type { MarkdownPage } from '../markdown/markdown-page.ts';
import type { FrontMatterEntry, ImportedPage } from '../model/imported-page.ts';
import { defaultNotice } from '../model/notice.ts';
import { noticeNode } from '../page/notice-node.ts';
import { foldWhiteSpace, isVisible, showableText } from '../text/visible-text.ts';
import type { Format } from '../types.ts';
import { sourceErrors } from './build-source.ts';
import type { ImportOptions } from './import-options.ts';
import { headingText } from './outline.ts';
import { firstComment, readFrontMatter } from './read-front-matter.ts';

/** A page that goes to a path. */
type PageWithOutput = ImportedPage & Required<Pick<ImportedPage, 'output'>>;

interface PageHead {
  /** The page, without its sections. */
  imported: PageWithOutput;
  /** The blocks after the notice and the title. */
  rest: RootContent[];
  /** Descriptions of what a source cannot contain. */
  leftOut: string[];
}

/** @throws {PageError} if the front matter is invalid */
export function readPageHead(
  page: MarkdownPage,
  blocks: readonly RootContent[],
  { output, format, source }: ImportOptions,
): PageHead {
  const { frontMatter } = page;
  const mayHaveNotice = frontMatter === undefined || startsWithNotice(frontMatter);
  const parts = frontMatter === undefined ? undefined : readFrontMatter(frontMatter, mayHaveNotice);
  const imported: PageWithOutput = {
    comments: {},
    frontMatter: [],
    output: { path: output },
    sections: [],
    ...parts,
  };
  const leftOut = [...removeInvalidText(imported), ...rejectInvalidKeys(imported)];
  const firstValue = imported.title ?? imported.description ?? imported.frontMatter[0];
  const hasFrontMatter = parts !== undefined && firstValue !== undefined;
  const rest = [...blocks];
  if (!hasFrontMatter) {
    imported.output.frontmatter = false;
    if (mayHaveNotice) moveNotice(rest, imported, format);
  }
  if (imported.notice === defaultNotice(source)) imported.notice = true;
  if (imported.title === undefined) moveTitle(rest, imported, page, hasFrontMatter);
  return { imported, rest, leftOut };
}

/** Removes what a page cannot display from the title and the description. Returns what was removed. */
function removeInvalidText(imported: ImportedPage): string[] {
  const leftOut: string[] = [];
  for (const key of ['title', 'description'] as const) {
    const text = imported[key];
    if (text === undefined) continue;
    const valid = showableText(text);
    if (isVisible(valid)) imported[key] = valid;
    else delete imported[key];
    if (imported[key] !== text) leftOut.push(`a part of the ${key} that cannot be displayed`);
  }
  return leftOut;
}

/** Marks the keys of the front matter that Starlight rejects. Returns what was rejected. */
function rejectInvalidKeys(imported: ImportedPage): string[] {
  imported.frontMatter = withRejections(imported.frontMatter);
  return imported.frontMatter
    .filter(({ rejection }) => rejection !== undefined)
    .map(({ key }) => `"${key}" in the front matter, which Starlight does not accept`);
}

/** The number of rounds after which all keys with aliases are rejected if one of them is. */
const MAX_ROUNDS = 4;

/** Adds the reason to each key of front matter that Starlight rejects. */
function withRejections(entries: readonly FrontMatterEntry[], round = 1): FrontMatterEntry[] {
  const accepted = entries.filter(({ rejection }) => rejection === undefined);
  const starts: number[] = [];
  let yaml = 'title: Title\nfrontmatter:\n';
  for (const { lines } of accepted) {
    starts.push(yaml.length);
    yaml += lines.map((line) => `  ${line}\n`).join('');
  }
  const reasons = new Map<FrontMatterEntry | undefined, string>();
  let index = 0;
  for (const { offset, reason } of accepted.length > 0 ? sourceErrors(yaml) : []) {
    while ((starts[index + 1] ?? Number.POSITIVE_INFINITY) <= offset) index += 1;
    const entry = accepted[index];
    if (!reasons.has(entry)) reasons.set(entry, reason);
  }
  if (reasons.size === 0) return [...entries];
  if (round >= MAX_ROUNDS) {
    for (const entry of accepted.filter(({ lines }) => lines.some((line) => line.includes('*')))) {
      if (!reasons.has(entry)) reasons.set(entry, 'an alias of a key that is not accepted');
    }
  }
  // Other entries can have aliases of the rejected ones, and others of these.
  return withRejections(
    entries.map((entry) => {
      const rejection = reasons.get(entry);
      return rejection === undefined ? entry : { ...entry, rejection };
    }),
    round + 1,
  );
}

/** Words in the comments of generated pages. */
const GENERATED = /generated|do not edit/i;

/** Moves a notice from the start of the blocks to the page. */
function moveNotice(blocks: RootContent[], imported: ImportedPage, format: Format): void {
  const notice = noticeText(blocks[0], format);
  if (notice === undefined || !GENERATED.test(notice)) return;
  imported.notice = notice;
  blocks.shift();
}

/** Moves a title from a heading at the start of the blocks to the page. */
function moveTitle(
  blocks: RootContent[],
  imported: PageWithOutput,
  page: MarkdownPage,
  hasFrontMatter: boolean,
): void {
  // Imports at the start of a page are not visible.
  const index = blocks.findIndex(({ type }) => type !== 'mdxjsEsm');
  const heading = blocks[index];
  const title =
    heading?.type === 'heading' && heading.depth === 1 ? headingText(heading, page) : undefined;
  if (title === undefined) {
    imported.output.title = 'none';
    return;
  }
  imported.title = title;
  blocks.splice(index, 1);
  if (hasFrontMatter) imported.output.title = 'heading';
}

/**
 * Whether front matter starts with a notice: a comment that says that the page is generated, or any
 * comment if the rest is formatted as a built page.
 */
function startsWithNotice(yaml: string): boolean {
  const comment = firstComment(yaml);
  if (comment === undefined) return false;
  if (GENERATED.test(comment)) return true;
  const { title, description } = readFrontMatter(yaml, true);
  if (title === undefined) return false;
  return yaml.startsWith(
    serializeFrontMatter({ comment, title, description, source: undefined, maps: [] }),
  );
}

/** The comments of a page that can be notices. */
const NOTICE = { html: /^<!-- (.*) -->$/s, mdxFlowExpression: /^\/\* (.*) \*\/$/s };

/** Returns the text of a comment if a notice with this text would be written in the same way. */
function noticeText(block: RootContent | undefined, format: Format): string | undefined {
  if (block?.type !== 'html' && block?.type !== 'mdxFlowExpression') return;
  const [, text] = NOTICE[block.type].exec(block.value) ?? [];
  if (text === undefined || foldWhiteSpace(text) !== text) return;
  const node = noticeNode(text, format);
  return 'value' in node && node.value === block.value ? text : undefined;
}
