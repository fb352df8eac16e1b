import { basename, dirname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { reportTo } from '../diagnostics/report.ts';
import type { CommandProcess } from '../file/command-process.ts';
import { displayPath } from '../file/display-path.ts';
import { targetExists } from '../file/paths.ts';
import { readStandardInput, readTextFile } from '../file/read-file.ts';
import { reasonOf } from '../file/system-error.ts';
import { dataFormatIn } from '../import/data-format.ts';
import { formatOf } from '../model/view.ts';
import { shellCommand } from './shell-command.ts';
import { SOURCES, sourceIn } from './source-names.ts';

/** Standard input or output on the command line. */
export const STANDARD = '-';

/** Returns the folder that the paths in a source are relative to. */
export function folderOfSource(name: string, process: CommandProcess): string {
  return name === STANDARD ? process.cwd() : dirname(resolve(process.cwd(), name));
}

/** Returns the name of the source in the current folder, or the default if there is none. */
export function findSource(process: CommandProcess): string {
  return sourceIn(process.cwd()) ?? SOURCES[0];
}

/**
 * Reports the other source with a default name in the folder of a source, unless it is built as well.
 *
 * @param names the sources that are built
 */
export function reportOtherSource(
  file: VFile,
  name: string,
  { names, process }: { names: readonly string[]; process: CommandProcess },
): void {
  const used = SOURCES.find((each) => each === basename(name));
  const other = SOURCES.find((each) => each !== used);
  if (!used || !other) return;
  const pathOf = (each: string) => resolve(process.cwd(), each);
  const otherPath = resolve(dirname(pathOf(name)), other);
  if (names.some((each) => pathOf(each) === otherPath) || !targetExists(otherPath)) return;
  const paths = [pathOf(name), otherPath].map((path) => displayPath(path, process)).join(' ');
  reportTo(file)('source-both', undefined, { used, other, paths });
}

/** A key of a page at the start of a line, in a file without front matter. */
const PAGE_KEY = /^(?!---)(?:[\s\S]*\n)?(?:title|people|sections|credits|output):(?:\s|$)/;

export interface SourceFileOptions {
  process: CommandProcess;
  /** The names of commands, for a hint if the user misspelled one. */
  commands?: readonly string[] | undefined;
  /** The folder with the content of the site, in the Starlight plugin. */
  contentFolder?: string | undefined;
}

/**
 * Reads a source. If it cannot be read, that is reported on the file.
 *
 * @param name a path relative to the current folder, or `-`
 */
export async function readSourceFile(name: string, options: SourceFileOptions): Promise<VFile> {
  const { process } = options;
  const cwd = process.cwd();
  const path = name === STANDARD ? undefined : resolve(cwd, name);
  const file = new VFile({ cwd, ...(path && { path: displayPath(path, process) }) });
  const report = reportTo(file);
  try {
    const { text, invalidAt: start } = path ? readTextFile(path) : await readStandardInput(process);
    file.value = text;
    const isData = dataFormatIn(text) !== undefined;
    if (path && (isData || (formatOf(path) && !PAGE_KEY.test(text)))) {
      const command = shellCommand(['import', name], process);
      report('source-page', undefined, { path: displayPath(path, process), command, isData });
    }
    if (start !== undefined) report('source-not-utf8', { start, end: start + 1 }, {});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      const { describeMissing } = await import('./missing-source.ts');
      report('source-missing', undefined, describeMissing(name, options));
    } else report('source-unreadable', undefined, { reason: reasonOf(error) });
  }
  return file;
}
