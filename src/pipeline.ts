/** How a page is made: source → model → mdast → text. Nothing here reads or writes a file. */
import type { Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { firstError, reporterOn, sortMessages } from './diagnostics/report.ts';
import { checkLayouts } from './mdast/layouts/index.ts';
import { pageNodes } from './mdast/page.ts';
import { defaultNotice } from './model/notice.ts';
import { type Format, formatOf, type View } from './model/output.ts';
import type { Page } from './model/page.ts';
import { readPage } from './model/read.ts';
import { type ProseContent, parseProse } from './prose/parse.ts';
import { stringify } from './text/stringify.ts';

/** A page without errors, on its way to be shown somewhere. */
export interface CheckedPage {
  page: Page;
  format: Format;
  prose: ProseContent;
  /** What the page says of its making, if anything. */
  notice: string | undefined;
}

/**
 * Reads and checks the text of a source. Its messages land on the file, in source order.
 *
 * @param format the language of the page, where it is not to be that of its `output`
 * @param check tells what else is wrong with a page, on its file
 * @returns nothing where there are errors
 */
export function checkPage(
  file: VFile,
  format?: Format,
  check?: (page: Page) => void,
): CheckedPage | undefined {
  const report = reporterOn(file);
  try {
    const read = readPage(file, report);
    const output = read?.page.output;
    const language = format ?? (output && formatOf(output.path)) ?? 'md';
    const dialect = { format: language, html: read?.page.html ?? false };
    const prose = parseProse(read?.prose ?? [], dialect, String(file), report);
    if (read) {
      checkLayouts(read.page, language, prose, read.locate, report);
      check?.(read.page);
    }
    sortMessages(file);
    if (!read || firstError(file)) return;
    const { page } = read;
    return {
      page,
      format: language,
      prose,
      notice: page.notice === true ? defaultNotice(file.basename) : page.notice,
    };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parsers of YAML and of Markdown call themselves for each level of nesting.
    report('source-too-deep', undefined, {});
    return;
  }
}

/** The page as mdast. */
export function pageTree(checked: CheckedPage): Root {
  return { type: 'root', children: [...nodesOf(checked)] };
}

/** The page as Markdown or MDX. */
export function pageText(checked: CheckedPage): string {
  const { format, page } = checked;
  const texts: string[] = [];
  for (const children of parts(nodesOf(checked))) {
    texts.push(stringify({ type: 'root', children }, format, page.markdown));
  }
  return texts.join('\n');
}

function nodesOf({ page, format, prose, notice }: CheckedPage): Generator<RootContent> {
  return pageNodes(page, page.output ?? WHOLE, format, prose, notice);
}

/** Credits in a part of a page that is written by itself. */
const PART = 2_000;

/**
 * Parts of a page, so that of a very large one no more is held as a tree than is being written.
 * Each but the first begins with a heading, above which there is nothing but a blank line.
 */
function* parts(nodes: Iterable<RootContent>): Generator<RootContent[]> {
  let part: RootContent[] = [];
  let size = 0;
  for (const node of nodes) {
    if (node.type === 'heading' && size > PART) {
      yield part;
      part = [];
      size = 0;
    }
    part.push(node);
    size += 'children' in node ? node.children.length : 1;
  }
  yield part;
}

/** A page with all that belongs to one. */
const WHOLE: Pick<View, 'frontmatter' | 'title'> = { frontmatter: true, title: 'frontmatter' };
