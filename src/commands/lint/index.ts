import type { VFile } from 'vfile';
import { type Code, isCode, isConfigurable, isLintCode } from '../../diagnostics/codes.ts';
import { reportTo, severityOf, sortAndDedupeMessages } from '../../diagnostics/report.ts';
import { reportEachUntranslated } from '../../diagnostics/report-untranslated.ts';
import { reportUnusedIgnoresOf } from '../../diagnostics/report-unused-ignores.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { isDataReporter } from '../../reporters/index.ts';
import { printable } from '../../text/printable.ts';
import { type LoadedSources, loadSources } from '../build/make-pages.ts';
import { DONE, type ExitCode, FAILED, NEGATIVE } from '../exit-code.ts';
import { distinctSources, findSources } from '../find-sources.ts';
import { type ReportingOptions, reportMessages } from '../report-messages.ts';
import { shellCommand } from '../shell-command.ts';
import { findSource, STANDARD } from '../source-file.ts';
import { UsageError } from '../usage-error.ts';
import { findInSource } from './find-in-source.ts';
import { fixSources } from './fix-sources.ts';
import { lintSummary } from './lint-summary.ts';
import { pictureReader } from './picture-reader.ts';

export interface LintOptions extends ReportingOptions {
  /** Whether to fix what has one right answer in the sources. */
  fix?: boolean;
  /** Whether to write nothing, and print the difference instead. */
  check?: boolean;
  strict?: boolean;
  quiet?: boolean;
}

/**
 * Reports what is valid in sources and looks wrong, besides the warnings of a build, or fixes it.
 *
 * @param names paths of sources, or `-`; if empty, the source in the current folder
 * @throws {UsageError} if options cannot be combined
 */
export async function lintCommand(
  names: readonly string[],
  options: LintOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  checkLintUsage(names, options);
  const found = names.length > 0 ? await findSources(names, process) : [findSource(process)];
  const sources = distinctSources(found, process);
  const checked = await checkSources(sources, process);
  if (checked.isInvalid) {
    await reportFiles(checked.files, options, process);
    return FAILED;
  }
  if (!options.fix) return reportFindings(sources, checked, options, process);
  const fixed = await fixSources(sources, options, process);
  if (fixed.code !== DONE) return fixed.code;
  const after = await checkSources(sources, process);
  return reportFindings(sources, after, { ...options, fixed: fixed.count }, process);
}

/** Sources with the messages of a build. */
interface CheckedSources extends LoadedSources {
  /** Whether one of them has an error that no rule has made one, so that it cannot be built. */
  isInvalid: boolean;
}

async function checkSources(
  names: readonly string[],
  process: CommandProcess,
): Promise<CheckedSources> {
  const defaults = { argument: undefined, commands: undefined, contentFolder: undefined };
  const sources = await loadSources({ names, process, ...defaults });
  const isInvalid = sources.files.some(({ messages }) => messages.some(isInvalidity));
  return { ...sources, isInvalid };
}

/** Reports the findings in sources. */
async function reportFindings(
  names: readonly string[],
  { files, loaded }: CheckedSources,
  options: LintOptions & { fixed?: number },
  process: CommandProcess,
): Promise<ExitCode> {
  const { strict = false, quiet = false, reporter, fixed } = options;
  let fixable = 0;
  for (const { source: file, read, outputs: places, folder } of loaded) {
    const report = reportTo(file);
    for (const finding of findInSource({ file, read, places }, pictureReader(folder))) {
      const { code, range, args, edits } = finding;
      report(code as Code, range, args as never);
      if (edits && fixed === undefined) fixable += 1;
    }
    reportEachUntranslated(read, file);
    reportUnusedIgnoresOf(isLintCode, file);
    sortAndDedupeMessages(file);
  }
  const isFinding = isFindingWith(strict);
  const count = files.flatMap(({ messages }) => messages.filter(isFinding)).length;
  await reportFiles(files, options, process);
  if (!quiet && !isDataReporter(reporter)) {
    const command = shellCommand(['lint', '--fix', ...commandNames(names)], process);
    const summary = lintSummary({ names, count, fixable, command, fixed });
    process.stderr.write(`${printable(summary)}\n`);
  }
  return count > 0 ? NEGATIVE : DONE;
}

async function reportFiles(
  files: readonly VFile[],
  options: LintOptions,
  process: CommandProcess,
): Promise<void> {
  const { strict = false, quiet = false } = options;
  if (quiet) for (const file of files) file.messages = file.messages.filter(isFindingWith(strict));
  await reportMessages(files, options, process);
}

type Message = VFile['messages'][number];

/** Returns a function that returns whether a message makes the command fail. */
function isFindingWith(strict: boolean): (message: Message) => boolean {
  return ({ fatal }) => fatal !== undefined || strict;
}

/** Whether a message is an error that no rule has made one, so that the page cannot be built. */
function isInvalidity(message: Message): boolean {
  const { ruleId = '' } = message;
  return severityOf(message) === 'error' && !(isCode(ruleId) && isConfigurable(ruleId));
}

function commandNames(names: readonly string[]): readonly string[] {
  return names.length === 1 && /^credits\.ya?ml$/.test(names[0] as string) ? [] : names;
}

/** @throws {UsageError} if options cannot be combined */
function checkLintUsage(names: readonly string[], { fix, check, reporter }: LintOptions): void {
  if (check && !fix)
    throw new UsageError('--check can only be used with --fix', 'add "--fix", or remove "--check"');
  if (fix && names.includes(STANDARD)) {
    throw new UsageError('--fix cannot be used with standard input', 'name a source file');
  }
  if (check && isDataReporter(reporter)) {
    throw new UsageError(
      `--reporter ${reporter} cannot be used with --check: both write to standard output`,
      'remove one of them',
    );
  }
}
