/** The front matter, title and notice of a page. */
import type { RootContent } from 'mdast';
import { serializeFrontMatter } from '../frontmatter/serialize-front-matter.ts';
import type { MarkdownPage } from '../markdown/markdown-page.ts';
import type { FrontMatterEntry, ImportedPage } from '../model/imported-page.ts';
import { defaultNotice } from '../model/notice.ts';
import { noticeNode } from '../page/notice-node.ts';
import { foldWhiteSpace, isVisible, showableText } from '../text/visible-text.ts';
import type { Format } from '../types.ts';
import { errorsIn } from './build-source.ts';
import { headingText } from './outline.ts';
import { firstComment, readFrontMatter } from './read-front-matter.ts';

export interface HeadOptions {
  /** Where the page is, relative to the source. */
  output: string;
  format: Format;
  /** The name of the source, which a notice can mention. */
  source: string;
}

/** The front matter, title and notice, the remaining blocks, and what a source cannot contain. */
export interface Head {
  imported: ImportedPage;
  rest: RootContent[];
  leftOut: string[];
}

export function headOf(
  page: MarkdownPage,
  blocks: readonly RootContent[],
  { output, format, source }: HeadOptions,
): Head {
  const { frontMatter } = page;
  const takesNotice = frontMatter === undefined || hasNotice(frontMatter);
  const parts = frontMatter === undefined ? undefined : readFrontMatter(frontMatter, takesNotice);
  const leftOut: string[] = [];
  const place: ImportedPage['output'] = { path: output };
  const imported: ImportedPage = {
    comments: {},
    frontMatter: [],
    output: place,
    sections: [],
    ...parts,
  };
  for (const key of ['title', 'description'] as const) {
    const text = imported[key];
    if (text === undefined) continue;
    const shown = showable(text);
    if (shown !== text) leftOut.push(`a part of the ${key} that cannot be displayed`);
    if (shown === undefined) delete imported[key];
    else imported[key] = shown;
  }
  imported.frontMatter = withRefusals(imported.frontMatter);
  for (const { key, refused } of imported.frontMatter) {
    if (refused === undefined) continue;
    leftOut.push(`"${key}" in the front matter, which Starlight does not accept`);
  }
  const rest = [...blocks];
  const hasFrontMatter =
    parts !== undefined &&
    (imported.title ?? imported.description ?? imported.frontMatter[0]) !== undefined;
  if (!hasFrontMatter && takesNotice) {
    const notice = commentText(rest[0], format);
    if (notice !== undefined && GENERATED.test(notice)) {
      imported.notice = notice;
      rest.shift();
    }
  }
  if (imported.notice === defaultNotice(source)) imported.notice = true;
  if (!hasFrontMatter) place.frontmatter = false;
  if (imported.title === undefined) {
    // Imports at the start of a page are not visible.
    const first = rest.findIndex(({ type }) => type !== 'mdxjsEsm');
    const title = headingTitle(rest[first], page);
    if (title === undefined) place.title = 'none';
    else {
      imported.title = title;
      rest.splice(first, 1);
      if (hasFrontMatter) place.title = 'heading';
    }
  }
  return { imported, rest, leftOut };
}

/** Words in the comments of generated pages. */
const GENERATED = /generated|do not edit/i;

/**
 * Whether front matter begins with a notice: with a comment that contains such words, or with any
 * comment if this tool would write the rest in the same way.
 */
function hasNotice(yaml: string): boolean {
  const notice = firstComment(yaml);
  if (notice === undefined) return false;
  const { title, description } = readFrontMatter(yaml, true);
  if (GENERATED.test(notice) || title === undefined) return GENERATED.test(notice);
  const own = serializeFrontMatter({ comment: notice, title, description, source: undefined });
  return yaml.startsWith(own);
}

/** Comments of a page. */
const COMMENT = { html: /^<!-- (.*) -->$/s, mdxFlowExpression: /^\/\* (.*) \*\/$/s };

/** Returns the text of a block that a notice would be written as. */
function commentText(block: RootContent | undefined, format: Format): string | undefined {
  if (block?.type !== 'html' && block?.type !== 'mdxFlowExpression') return;
  const [, text] = COMMENT[block.type].exec(block.value) ?? [];
  if (text === undefined || foldWhiteSpace(text) !== text) return;
  const written = noticeNode(text, format);
  return 'value' in written && written.value === block.value ? text : undefined;
}

function headingTitle(block: RootContent | undefined, page: MarkdownPage): string | undefined {
  return block?.type === 'heading' && block.depth === 1 ? headingText(block, page) : undefined;
}

/** Returns the part of a text that a page can show, or `undefined` if there is none. */
function showable(text: string): string | undefined {
  const shown = showableText(text);
  return isVisible(shown) ? shown : undefined;
}

/** The keys of front matter, with the reason for each that Starlight does not accept. */
function withRefusals(entries: readonly FrontMatterEntry[]): FrontMatterEntry[] {
  const taken = entries.filter(({ refused }) => refused === undefined);
  const starts: number[] = [];
  let yaml = 'title: Title\nfrontmatter:\n';
  for (const { lines } of taken) {
    starts.push(yaml.length);
    yaml += lines.map((line) => `  ${line}\n`).join('');
  }
  const reasons = new Map<FrontMatterEntry | undefined, string>();
  for (const { offset, reason } of taken.length > 0 ? errorsIn(yaml) : []) {
    const refused = taken[starts.findLastIndex((start) => start <= offset)] ?? taken[0];
    if (!reasons.has(refused)) reasons.set(refused, reason);
  }
  if (reasons.size === 0) return [...entries];
  // Another entry can refer to one of these.
  return withRefusals(
    entries.map((entry) => {
      const refused = reasons.get(entry);
      return refused === undefined ? entry : { ...entry, refused };
    }),
  );
}
