/** How a page is made: source → model → mdast → text. Nothing here reads or writes a file. */
import type { Root, RootContent } from 'mdast';
import type { VFile } from 'vfile';
import { firstError, type Report, reportTo, sortMessages } from './diagnostics/report.ts';
import { checkLayouts } from './layouts/index.ts';
import { type ProseContent, parseProse } from './markdown/parse-fields.ts';
import { contentOf } from './model/select-content.ts';
import { pageNodes, type Shown } from './page/page-nodes.ts';
import { regionNodes } from './page/region-nodes.ts';
import { defaultNotice } from './schema/notice-shape.ts';
import { type Format, formatOf, WHOLE } from './schema/output-shape.ts';
import { isTitleless, type Page } from './schema/page-shape.ts';
import { type Locate, type Read, readPage } from './schema/read-page.ts';
import { stringify } from './stringify/stringify.ts';

export type { Shown };

/** A page that has been read. */
export interface CheckedPage {
  page: Page;
  /** What the Markdown fields hold, on a page of this language. */
  proseIn(format: Format): ProseContent;
  /** What the page says of its making, if anything. */
  notice: string | undefined;
}

/** What else is asked of a page than what its source says. */
interface Demands {
  /** Where it is to be shown, if not where its source says. */
  shownIn?(page: Page): readonly Shown[];
  /** Tells what is wrong with that, on the file of the source. */
  check?(checked: CheckedPage, locate: Locate): void;
}

/**
 * Reads and checks the text of a source. Its messages land on the file, in source order.
 *
 * @returns nothing where there are errors
 */
export function checkPage(
  file: VFile,
  { shownIn = shownWhereSaid, check }: Demands = {},
): CheckedPage | undefined {
  const report = reportTo(file);
  try {
    const read = readPage(file, report);
    const checked = read && withProse(read, file, report);
    if (checked) {
      const { page, proseIn } = checked;
      const shown = shownIn(page);
      // A source whose views show no title needs none, but it may be shown elsewhere.
      const isElsewhere =
        isTitleless(page.output) && !isTitleless(shown.map(({ display }) => display));
      if (isElsewhere && page.title === undefined) {
        report('missing-key', read.range, { key: 'title', noun: 'a page' });
      }
      for (const { display, format } of shown) {
        checkLayouts(contentOf(page, display), format, proseIn(format), read.locate, report);
      }
      check?.(checked, read.locate);
    }
    sortMessages(file);
    if (!checked || firstError(file)) return;
    return checked;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    // The parsers of YAML and of Markdown call themselves for each level of nesting.
    report('source-too-deep', undefined, {});
    return;
  }
}

/** A page whose Markdown is parsed once for each language in which it may differ. */
function withProse({ page, prose }: Read, file: VFile, report: Report): CheckedPage {
  const parsed = new Map<Format, ProseContent>();
  const html = page.html ?? false;
  return {
    page,
    notice: page.notice === true ? defaultNotice(file.basename) : page.notice,
    proseIn(shown) {
      const format = html ? shown : 'md';
      const content =
        parsed.get(format) ?? parseProse(prose, { format, html }, String(file), report);
      parsed.set(format, content);
      return content;
    },
  };
}

function shownWhereSaid({ output = [] }: Page): Shown[] {
  if (output.length === 0) return [{ display: WHOLE, format: 'md' }];
  return output.map((view) => ({ display: view, format: formatOf(view.path) ?? 'md' }));
}

/** The page as a whole: as its first view has it that leaves nothing out, or else by default. */
export function shownWhole({ output = [] }: Page, format?: Format): Shown {
  const view = output.find(({ region, sections }) => region === undefined && !sections);
  return { display: view ?? WHOLE, format: format ?? formatOf(view?.path ?? '') ?? 'md' };
}

/** The page as mdast, as it is shown in one place. */
export function pageTree(checked: CheckedPage, shown: Shown): Root {
  return { type: 'root', children: [...nodesOf(checked, shown)] };
}

/** The page as Markdown or MDX, as it is shown in one place. */
export function pageText(checked: CheckedPage, shown: Shown): string {
  const texts: string[] = [];
  for (const children of parts(nodesOf(checked, shown))) {
    texts.push(stringify({ type: 'root', children }, shown.format, checked.page.markdown));
  }
  return texts.join('\n');
}

function nodesOf({ page, proseIn, notice }: CheckedPage, shown: Shown): Iterable<RootContent> {
  const nodes = pageNodes(page, shown, proseIn(shown.format), notice);
  return shown.display.region === undefined ? nodes : regionNodes(nodes, shown);
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
