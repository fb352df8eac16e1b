import { dirname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { firstError, sortMessages } from '../../diagnostics/report.ts';
import { readSourceFile, STANDARD, shownPath } from '../../file/read-file.ts';
import { type CheckedPage, loadPage, textOf } from '../../pipeline.ts';
import {
  type BuildTask,
  checkOutputs,
  type Output,
  outputsOf,
  type SourceOutputs,
} from './outputs.ts';
import type { Progress } from './progress.ts';

/** A page that is ready to be written. */
export interface BuiltPage {
  /** Absolute. */
  path: string;
  /** The text of the page, and its path relative to the current folder. */
  file: VFile;
  /** Whether its line ends are kept as they are. */
  exact?: boolean;
}

interface MadePages {
  /** The sources and the files with regions, with their messages. */
  read: VFile[];
  /** Empty if there are errors. */
  pages: BuiltPage[];
}

/** A source, and the page that it describes. */
interface LoadedSource extends SourceOutputs {
  page: CheckedPage;
}

/**
 * Makes the pages of some sources, unless one of them has errors.
 *
 * @param commands names of commands that may have been meant instead of a path
 */
export async function makePages(
  task: BuildTask,
  commands: readonly string[],
  progress: Progress,
): Promise<MadePages> {
  const { names, host } = task;
  const sources: VFile[] = [];
  const loaded: LoadedSource[] = [];
  for (const [index, name] of names.entries()) {
    const source = await readSourceFile(name, host, commands);
    const length = source.value?.length ?? 0;
    progress.source(source.path ?? 'standard input', index, names.length, length);
    sources.push(source);
    const page = firstError(source) ? undefined : await loadSource(source, name, task);
    if (page) loaded.push(page);
  }
  checkOutputs(loaded, task);
  const toRegions = loaded.flatMap(({ source, page, outputs }) =>
    outputs.filter((output) => isRegion(output, task)).map((output) => ({ source, page, output })),
  );
  const regions =
    toRegions.length > 0
      ? new (await import('./region-files.ts')).RegionFiles(toRegions, host)
      : undefined;
  sources.forEach(sortMessages);

  const read = [...sources, ...(regions?.files ?? [])];
  if (read.some(firstError)) return { read, pages: [] };
  const pages = loaded.flatMap(({ page, outputs }) =>
    outputs.flatMap((output) =>
      isRegion(output, task)
        ? (regions?.filledFor(output) ?? [])
        : { path: output.path, file: pageFile(page, output, task) },
    ),
  );
  return { read, pages: read.some(firstError) ? [] : pages };
}

/** Whether an output is a region of a file. On stdout it is a page of its own. */
function isRegion({ display }: Output, { output }: BuildTask): boolean {
  return display.region !== undefined && output !== STANDARD;
}

async function loadSource(
  source: VFile,
  name: string,
  task: BuildTask,
): Promise<LoadedSource | undefined> {
  const { host } = task;
  const folder = name === STANDARD ? host.cwd() : dirname(resolve(host.cwd(), name));
  let outputs: Output[] = [];
  const page = await loadPage(source, (described) => {
    outputs = outputsOf(described, folder, task);
    return outputs;
  });
  return page && { source, folder, outputs, page, locate: page.locate };
}

function pageFile(page: CheckedPage, output: Output, { host }: BuildTask): VFile {
  return new VFile({ path: shownPath(output.path, host), value: textOf(page, output) });
}
