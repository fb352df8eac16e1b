import { basename, dirname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { nearest } from '../diagnostics/nearest.ts';
import { reportTo } from '../diagnostics/report.ts';
import type { CommandProcess } from '../file/command-process.ts';
import { displayPath } from '../file/display-path.ts';
import { targetExists } from '../file/paths.ts';
import { readStandardInput, readTextFile } from '../file/read-file.ts';
import { reasonOf } from '../file/system-error.ts';

/** Standard input or output on the command line. */
export const STANDARD = '-';

/** The default names of a source. */
export const SOURCES = ['credits.yaml', 'credits.yml'] as const;

/** Returns the name of the source in the current folder, or the default if there is none. */
export function findSource(process: CommandProcess): string {
  return SOURCES.find((name) => targetExists(resolve(process.cwd(), name))) ?? SOURCES[0];
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
  reportTo(file)('source-both', undefined, { used, other });
}

interface SourceFileOptions {
  process: CommandProcess;
  /** The names of commands, for a hint if the user misspelled one. */
  commands?: readonly string[] | undefined;
}

/**
 * Reads a source. If it cannot be read, that is reported on the file.
 *
 * @param name a path relative to the current folder, or `-`
 */
export async function readSourceFile(
  name: string,
  { process, commands = [] }: SourceFileOptions,
): Promise<VFile> {
  const cwd = process.cwd();
  const path = name === STANDARD ? undefined : resolve(cwd, name);
  const file = new VFile({ cwd, ...(path && { path: displayPath(path, process) }) });
  const report = reportTo(file);
  try {
    const { text, invalidAt: start } = path ? readTextFile(path) : await readStandardInput(process);
    file.value = text;
    if (start !== undefined) report('source-not-utf8', { start, end: start + 1 }, {});
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') {
      const near = nearest(name, commands);
      const looked = (SOURCES as readonly string[]).includes(name) && SOURCES.join(' or ');
      report('source-missing', undefined, { ...(near && { near }), ...(looked && { looked }) });
    } else report('source-unreadable', undefined, { reason: reasonOf(error) });
  }
  return file;
}
