import { dirname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { reporterOn, sortMessages } from '../../diagnostics/report.ts';
import type { Host } from '../../file/host.ts';
import {
  defaultOutput,
  isInside,
  readSourceFile,
  repositoryOf,
  STANDARD,
  shownPath,
} from '../../file/read.ts';
import { formatOf } from '../../model/output.ts';
import { pageText, readSource } from '../../page.ts';

/** A page that has been made, and where it goes. */
export interface BuiltPage {
  /** Absolute. */
  path: string;
  /** The page: its text, and its path as people are told it. */
  file: VFile;
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
    if (source.messages.length > 0) continue;
    const page = makePage(source, name, output, host);
    if (!page) continue;
    const other = pages.findIndex(({ path }) => path === page.path);
    if (other >= 0) {
      const twice = { path: page.file.path, other: sources[other]?.path ?? '' };
      reporterOn(source)('output-twice', source.data.credits?.output?.range, twice);
    } else pages.push(page);
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
  const sound = readSource(source, named ? formatOf(output) : undefined);
  const view = sound?.page.output;
  const folder = name === STANDARD ? host.cwd() : dirname(resolve(host.cwd(), name));
  const path = named
    ? resolve(host.cwd(), output)
    : view
      ? resolve(folder, view.path)
      : defaultOutput(folder);
  if (view && output === undefined) {
    const root = repositoryOf(folder);
    if (!isInside(path, root)) {
      const where = { path: view.path, root: shownPath(root, host) };
      reporterOn(source)('output-outside', view.range, where);
      sortMessages(source);
      return;
    }
  }
  return (
    sound && { path, file: new VFile({ path: shownPath(path, host), value: pageText(sound) }) }
  );
}
