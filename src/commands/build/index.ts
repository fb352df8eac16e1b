import { resolve } from 'node:path';
import type { VFile } from 'vfile';
import { firstError, reportTo } from '../../diagnostics/report.ts';
import {
  type CommandProcess,
  DONE,
  type ExitCode,
  FAILED,
  NO,
  takesColor,
} from '../../file/command-process.ts';
import { findSource, reasonOf, STANDARD } from '../../file/read-file.ts';
import { formatOf } from '../../model/view.ts';
import { isDataReporter, loadReporter, type ReporterName } from '../../reporters/index.ts';
import { commandLine } from '../command-line.ts';
import { UsageError } from '../usage-error.ts';
import { comparePage } from './compare-page.ts';
import { type BuiltPage, makePages } from './make-pages.ts';
import { progressOn } from './progress.ts';
import { draftPage, type Existing, existingPage, type Written } from './write-page.ts';

export interface BuildOptions {
  output?: string;
  check?: boolean;
  watch?: boolean;
  strict?: boolean;
  reporter?: ReporterName;
  quiet?: boolean;
  color?: boolean;
}

/** What a way to end a build with its pages comes to. */
interface Outcome {
  code: ExitCode;
  /** What was asked for, for stdout. */
  stdout?: string;
  /** What there is to say, line by line, if somebody listens. */
  lines?: string[];
}

/** What a build comes to, and the files that there may be something to say of. */
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
  const { output, check, strict } = options;
  const found = names.length > 0 ? distinct(names, host) : [findSource(host)];
  const progress = progressOn(host, !options.quiet && !isDataReporter(options.reporter));
  const { read, pages } = await makePages({ names: found, output, host }, commands, progress);
  progress.done();

  let outcome: Outcome;
  if (read.some((file) => (strict ? file.messages.length > 0 : firstError(file)))) {
    outcome = { code: FAILED };
  } else if (output === STANDARD) {
    outcome = { code: DONE, stdout: pages.map(({ file }) => String(file)).join('') };
  } else outcome = check ? compare(pages, names, options, host) : write(pages);
  const made = pages.map(({ file }) => file);
  // A file with regions in it is read, and is a page.
  return { ...outcome, files: [...read.filter((file) => !made.includes(file)), ...made] };
}

/** Each source once, however often it is named. */
function distinct(names: readonly string[], host: CommandProcess): readonly string[] {
  if (names.length === 1) return names;
  const pathOf = (name: string) => (name === STANDARD ? name : resolve(host.cwd(), name));
  return [...new Map(names.map((name) => [pathOf(name), name])).values()];
}

function compare(
  pages: BuiltPage[],
  names: readonly string[],
  options: BuildOptions,
  host: CommandProcess,
): Outcome {
  const command = commandOf(names, options);
  const isShown = !isDataReporter(options.reporter);
  const color = () => options.color !== false && takesColor(host.stdout, host);
  const differences = pages.map((page) =>
    attempt(page, () => comparePage(page, { command, isShown, color })),
  );
  return {
    code: differences.includes(undefined)
      ? FAILED
      : differences.some((each) => each !== null)
        ? NO
        : DONE,
    stdout: differences.join(''),
    lines: pages
      .filter((_, index) => differences[index] === null)
      .map(({ file }) => `${file.path} is up to date`),
  };
}

/** Writes all pages, once all that are there could be read, and what takes their place is written. */
function write(pages: BuiltPage[]): Outcome {
  const existing = pages.map((page) => attempt(page, () => existingPage(page)));
  if (pages.some(({ file }) => firstError(file))) return { code: FAILED };
  const written = pages.map((page, index) =>
    attempt(page, () => draftPage(page, existing[index] as Existing)),
  );
  if (written.includes(undefined)) {
    for (const each of written) each?.draft?.remove();
    return { code: FAILED };
  }
  const changes = pages.map((page, index) =>
    attempt(page, () => {
      const { change, draft } = written[index] as Written;
      draft?.takePlace();
      return change;
    }),
  );
  return {
    code: changes.includes(undefined) ? FAILED : DONE,
    lines: pages.flatMap(({ file }, index) => {
      const change = changes[index];
      if (change === undefined) return [];
      return change === 'current' ? `${file.path} is up to date` : `${change} ${file.path}`;
    }),
  };
}

/** Does something with a page's file; if it fails, that is said on the page. */
function attempt<T>({ file }: BuiltPage, action: () => T): T | undefined {
  try {
    return action();
  } catch (error) {
    reportTo(file)('output-unwritable', undefined, { reason: reasonOf(error) });
    return;
  }
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
