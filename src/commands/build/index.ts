import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import { firstError } from '../../diagnostics/report.ts';
import {
  type CommandProcess,
  DONE,
  type ExitCode,
  FAILED,
  takesColor,
} from '../../file/command-process.ts';
import { findSource, STANDARD } from '../../file/read-file.ts';
import { formatOf } from '../../model/view.ts';
import { isDataReporter, loadReporter, type ReporterName } from '../../reporters/index.ts';
import { commandLine } from '../command-line.ts';
import { UsageError } from '../usage-error.ts';
import { comparePages } from './compare-pages.ts';
import { type BuiltPage, makePages } from './make-pages.ts';
import type { Outcome } from './outcome.ts';
import { progressOn } from './progress.ts';
import { writePages } from './write-pages.ts';

export interface BuildOptions {
  output?: string;
  check?: boolean;
  watch?: boolean;
  strict?: boolean;
  reporter?: ReporterName;
  quiet?: boolean;
  color?: boolean;
}

/** The result of a build, and the files with its messages. */
export interface Built extends Outcome {
  files: VFile[];
}

/**
 * Makes the page of each source, and writes it, prints it, or compares it with what is there; once,
 * or whenever a source changes.
 *
 * @param names paths of sources, or `-`; none for the one in the current folder
 * @param commands words that may have been meant instead of a path
 * @throws {UsageError}
 */
export async function build(
  names: readonly string[],
  options: BuildOptions,
  commands: readonly string[],
  host: CommandProcess,
): Promise<ExitCode> {
  checkUsage(names, options);
  const say = (line: string) => {
    if (!options.quiet) host.stderr.write(`${line}\n`);
  };
  const once = async () => {
    const { code, stdout, lines, files } = await buildPages(names, options, commands, host);
    if (stdout && !isDataReporter(options.reporter)) host.stdout.write(stdout);
    lines?.forEach(say);
    await tell(files, options, host);
    return code;
  };
  if (!options.watch) return once();
  const { watch } = await import('./watch-sources.ts');
  return watch(names, once, say, host);
}

/** Does the same, once, and tells nobody. */
export async function buildPages(
  names: readonly string[],
  options: BuildOptions,
  commands: readonly string[],
  host: CommandProcess,
): Promise<Built> {
  const { output, strict } = options;
  const found = names.length > 0 ? distinct(names, host) : [findSource(host)];
  const progress = progressOn(host, !options.quiet && !isDataReporter(options.reporter));
  const { read, pages } = await makePages({ names: found, output, host }, commands, progress);
  progress.done();

  const outcome: Outcome = read.some((file) =>
    strict ? file.messages.length > 0 : firstError(file),
  )
    ? { code: FAILED }
    : await finish(pages, names, options, host);
  const built = pages.map(({ file }) => file);
  // A file with regions is read, and is a page.
  return { ...outcome, files: [...read.filter((file) => !built.includes(file)), ...built] };
}

/** Prints, compares or writes the pages. */
async function finish(
  pages: readonly BuiltPage[],
  names: readonly string[],
  options: BuildOptions,
  host: CommandProcess,
): Promise<Outcome> {
  const { output, check, reporter, color } = options;
  if (output === STANDARD) {
    return { code: DONE, stdout: pages.map(({ file }) => String(file)).join('') };
  }
  if (!check) return writePages(pages);
  return comparePages(pages, {
    command: commandOf(names, options),
    isShown: !isDataReporter(reporter),
    color: () => color !== false && takesColor(host.stdout, host),
  });
}

/** Each source once, however often it is named. */
function distinct(names: readonly string[], host: CommandProcess): readonly string[] {
  if (names.length === 1) return names;
  const pathOf = (name: string) => (name === STANDARD ? name : resolve(host.cwd(), name));
  return [...new Map(names.map((name) => [pathOf(name), name])).values()];
}

/** Tells what is wrong. */
async function tell(files: VFile[], options: BuildOptions, host: CommandProcess): Promise<void> {
  const { reporter = 'text', quiet, strict, color = true } = options;
  if (quiet && !strict) {
    for (const file of files) file.messages = file.messages.filter(({ fatal }) => fatal);
  }
  const stream = isDataReporter(reporter) ? host.stdout : host.stderr;
  if (!isDataReporter(reporter) && files.every(({ messages }) => messages.length === 0)) return;
  const report = await loadReporter(reporter);
  const surroundings = { cwd: host.cwd(), env: host.env };
  stream.write(report(files, { ...surroundings, color: color && takesColor(stream, host) }));
}

function checkUsage(names: readonly string[], options: BuildOptions): void {
  const { output, check, watch, reporter } = options;
  if (watch) {
    if (check) throw new UsageError('--watch cannot be used with --check');
    if (output === STANDARD) throw new UsageError('--watch cannot be used with -o -');
    if (names.includes(STANDARD))
      throw new UsageError('--watch cannot be used with standard input');
    if (isDataReporter(reporter))
      throw new UsageError(`--watch cannot be used with --reporter ${reporter}`);
  }
  if (output === undefined) return;
  if (names.length > 1) throw new UsageError('-o can only be used with a single source');
  if (output !== STANDARD) {
    if (!formatOf(output)) throw new UsageError(`-o: "${output}" does not end in .md or .mdx`);
    return;
  }
  if (check) throw new UsageError('--check cannot be used with -o -');
  if (isDataReporter(reporter))
    throw new UsageError(
      `--reporter ${reporter} cannot be used with -o -: both write to standard output`,
    );
}

/** The command that brings the pages up to date. */
function commandOf(names: readonly string[], { output }: BuildOptions): string {
  return commandLine([...names, ...(output ? ['-o', output] : [])]);
}
