import { dirname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { firstError, type Range, reporterOn } from '../../diagnostics/report.ts';
import type { Host } from '../../file/host.ts';
import { defaultOutput, isInside, realPath, repositoryOf } from '../../file/places.ts';
import { readSourceFile, STANDARD, shownPath } from '../../file/read.ts';
import { formatOf, type View } from '../../model/output.ts';
import { checkPage, pageText } from '../../pipeline.ts';

/** A page that has been made, and where it goes. */
export interface BuiltPage {
  /** Absolute. */
  path: string;
  /** The page: its text, and its path as people are told it. */
  file: VFile;
  source: VFile;
  /** Where the source says where the page goes, if it does. */
  range?: Range;
}

/**
 * Makes the pages of sources. What is wrong with a source is said on its file, and then it has no
 * page.
 *
 * @param names paths of sources, relative to the current folder, or `-`
 * @param output where the page goes instead of where its source says: a path, or `-`
 * @param commands words that may have been meant instead of a path
 */
export async function makePages(
  names: readonly string[],
  output: string | undefined,
  commands: readonly string[],
  host: Host,
): Promise<{ sources: VFile[]; pages: BuiltPage[] }> {
  const sources: VFile[] = [];
  const pages: BuiltPage[] = [];
  for (const name of names) {
    const source = await readSourceFile(name, host, commands);
    sources.push(source);
    if (firstError(source)) continue;
    const page = makePage(source, name, output, host);
    if (!page) continue;
    const report = reporterOn(source);
    const { range } = page;
    const { path } = page.file;
    const other = pages.find((before) => realPath(before.path) === realPath(page.path));
    if (other) report('output-twice', range, { path, other: other.source.path });
    if (names.some((each) => isSame(page.path, each, host)))
      report('output-source', range, { path });
    if (!firstError(source)) pages.push(page);
  }
  return { sources, pages };
}

function makePage(
  source: VFile,
  name: string,
  output: string | undefined,
  host: Host,
): BuiltPage | undefined {
  const named = output !== undefined && output !== STANDARD;
  const folder = name === STANDARD ? host.cwd() : dirname(resolve(host.cwd(), name));
  const checked = checkPage(source, named ? formatOf(output) : undefined, (page) => {
    if (output === undefined && page.output) checkPlace(page.output, folder, source, host);
  });
  if (!checked) return;
  const { output: view } = checked.page;
  const path = named
    ? resolve(host.cwd(), output)
    : view
      ? resolve(folder, view.path)
      : defaultOutput(folder);
  const file = new VFile({ path: shownPath(path, host), value: pageText(checked) });
  return { path, file, source, ...(view && output === undefined && { range: view.range }) };
}

/** Whether a page would replace a source. */
function isSame(path: string, name: string, host: Host): boolean {
  return name !== STANDARD && realPath(path) === realPath(resolve(host.cwd(), name));
}

/** Reports an output that is outside of the repository. */
function checkPlace({ path, range }: View, folder: string, source: VFile, host: Host): void {
  const root = repositoryOf(folder);
  if (isInside(realPath(resolve(folder, path)), realPath(root))) return;
  reporterOn(source)('output-outside', range, { path, root: shownPath(root, host) });
}
