import { join, resolve } from 'node:path';
import type { VFile } from 'vfile';
import { firstError, isErrorOrWarning } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { isFolder } from '../../file/paths.ts';
import { formatOf, pageNameFor } from '../../model/view.ts';
import { isDataReporter, type ReporterName } from '../../reporters/index.ts';
import { takesColor } from '../../reporters/takes-color.ts';
import { printable } from '../../text/printable.ts';
import { DONE, type ExitCode, FAILED } from '../exit-code.ts';
import { distinctSources, findSources } from '../find-sources.ts';
import { reportMessages } from '../report-messages.ts';
import { shellCommand } from '../shell-command.ts';
import { findSource, STANDARD } from '../source-file.ts';
import { UsageError } from '../usage-error.ts';
import { comparePages } from './compare-pages.ts';
import { makePages, type WholePage } from './make-pages.ts';
import type { Outcome } from './outcome.ts';
import type { OutputFile } from './output-file.ts';
import type { LocalePages } from './outputs.ts';
import { progressOn } from './progress.ts';
import { writePages } from './write-pages.ts';

export interface BuildOptions {
  output?: string;
  check?: boolean;
  watch?: boolean;
  strict?: boolean;
  /** Whether to replace a page that holds other text. */
  force?: boolean;
  /** How the user sets `force`, for a hint. */
  forceHint?: string;
  reporter?: ReporterName;
  quiet?: boolean;
  color?: boolean;
  /** The names of commands, for a hint if the user misspelled one. */
  commands?: readonly string[];
  /** The folder with the content of the site, an absolute path. */
  contentFolder?: string;
  /** The default paths of a page in the languages of the site. */
  localePages?: LocalePages;
}

/** The result of a build, and the files with its messages. */
export interface BuildResult extends Outcome {
  files: VFile[];
  /** The pages that are whole files; empty if there are errors. */
  wholePages: WholePage[];
  /** The folders with pictures of the sources. */
  pictureFolders: string[];
}

/**
 * Builds the page of each source and writes, prints or checks it, once or whenever a source changes.
 *
 * @param names paths of sources, or `-`; if empty, the source in the current folder
 * @throws {UsageError} if options cannot be combined, or the path of `-o` is not that of a page
 */
export async function buildCommand(
  names: readonly string[],
  options: BuildOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  checkBuildUsage(await findSources(names, process), options, process);
  const log = (line: string) => {
    if (!options.quiet) process.stderr.write(`${printable(line)}\n`);
  };
  const buildOnce = async () => {
    const { code, stdout, lines, files, pictureFolders } = await buildPages(
      names,
      options,
      process,
    );
    if (stdout && !isDataReporter(options.reporter)) process.stdout.write(stdout);
    lines?.forEach(log);
    await reportFiles(files, options, process);
    return { code, pictureFolders };
  };
  if (!options.watch) return (await buildOnce()).code;
  const { watchSources } = await import('./watch-sources.ts');
  return watchSources(names, async () => (await buildOnce()).pictureFolders, log, process);
}

/** Builds the pages once. Only progress is printed. */
export async function buildPages(
  names: readonly string[],
  options: BuildOptions,
  process: CommandProcess,
): Promise<BuildResult> {
  const { output, strict, commands, contentFolder, localePages } = options;
  const found =
    names.length > 0
      ? distinctSources(await findSources(names, process), process)
      : [findSource(process)];
  const progress = progressOn(process, !options.quiet && !isDataReporter(options.reporter));
  const task = {
    ...{ names: found, argument: output, commands, contentFolder, process },
    ...(localePages && { localePages }),
  };
  const { files, pages, wholePages, isInLocale, pictureFolders } = await makePages(task, progress);
  progress.done();

  const outcome: Outcome = files.some((file) =>
    strict ? file.messages.some(isErrorOrWarning) : firstError(file),
  )
    ? { code: FAILED }
    : await finish(
        pages,
        // Without `output`, only the site knows where these pages go.
        () => (isInLocale ? 'npx astro dev' : commandOf(names, options, process)),
        options,
        process,
      );
  const built = pages.map(({ file }) => file);
  // A file with regions is in both lists.
  const sources = files.filter((file) => !built.includes(file));
  return { ...outcome, files: [...sources, ...built], wholePages, pictureFolders };
}

async function finish(
  pages: readonly OutputFile[],
  command: () => string,
  options: BuildOptions,
  process: CommandProcess,
): Promise<Outcome> {
  const { output, check, strict, reporter, color } = options;
  const { force = false, forceHint = '--force' } = options;
  if (output === STANDARD) {
    return { code: DONE, stdout: pages.map(({ text }) => text).join('') };
  }
  if (!check) {
    return writePages(pages, {
      ...{ force, forceHint },
      cwd: process.cwd(),
      isFatal: (message) => (strict ? isErrorOrWarning(message) : message.fatal === true),
    });
  }
  return comparePages(pages, {
    command,
    withDifference: !isDataReporter(reporter),
    color: () => color !== false && takesColor(process.stdout, process),
  });
}

async function reportFiles(
  files: VFile[],
  options: BuildOptions,
  process: CommandProcess,
): Promise<void> {
  const { quiet, strict } = options;
  if (quiet) {
    for (const file of files) {
      file.messages = file.messages.filter((message) =>
        strict ? isErrorOrWarning(message) : message.fatal,
      );
    }
  }
  await reportMessages(files, options, process);
}

/** @throws {UsageError} if options cannot be combined, or the path of `-o` is not that of a page */
function checkBuildUsage(
  names: readonly string[],
  options: BuildOptions,
  process: CommandProcess,
): void {
  const { output, check, watch, reporter } = options;
  if (watch) {
    if (check) throw new UsageError('--watch cannot be used with --check', 'remove one of them');
    if (output === STANDARD)
      throw new UsageError('--watch cannot be used with -o -', 'name a file with "-o"');
    if (names.includes(STANDARD))
      throw new UsageError('--watch cannot be used with standard input', 'name a source file');
    if (isDataReporter(reporter))
      throw new UsageError(
        `--watch cannot be used with --reporter ${reporter}`,
        'use "--reporter text" or "--reporter github"',
      );
  }
  if (output === undefined) return;
  if (names.length > 1) {
    const help = 'set "output" in each source, or run the command once for each source';
    throw new UsageError('-o can only be used with a single source', help);
  }
  if (output !== STANDARD) {
    if (!formatOf(output)) {
      const isInFolder = output !== '' && isFolder(resolve(process.cwd(), output));
      const path = isInFolder ? join(output, 'credits.md') : pageNameFor(output);
      const help = `name a page, such as "${path}", or "-" for standard output`;
      throw new UsageError(`-o: "${output}" does not end in .md or .mdx`, help);
    }
    return;
  }
  if (check) throw new UsageError('--check cannot be used with -o -', 'name a file with "-o"');
  if (isDataReporter(reporter))
    throw new UsageError(
      `--reporter ${reporter} cannot be used with -o -: both write to standard output`,
      'use "--reporter text" or "--reporter github", or name a file with "-o"',
    );
}

/** Returns the command that updates the pages. */
function commandOf(
  names: readonly string[],
  { output }: BuildOptions,
  process: CommandProcess,
): string {
  return shellCommand([...names, ...(output ? ['-o', output] : [])], process);
}
