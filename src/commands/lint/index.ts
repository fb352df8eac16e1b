import type { VFile } from 'vfile';
import {
  type Code,
  isCode,
  isConfigurable,
  isLinkCode,
  isLintCode,
} from '../../diagnostics/codes.ts';
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
import { namesToRepeat } from '../source-names.ts';
import { UsageError } from '../usage-error.ts';
import { findInSource } from './find-in-source.ts';
import { fixSources } from './fix-sources.ts';
import type { LinkReport, LinkReportOptions } from './link-report.ts';
import { type LinkCounts, lintSummary } from './lint-summary.ts';
import { pictureReader } from './picture-reader.ts';

export interface LintOptions extends ReportingOptions, LinkReportOptions {
  /** Whether to fix what can only be fixed in one way. */
  fix?: boolean;
  /** Whether to write nothing, and print the difference instead. */
  check?: boolean;
  strict?: boolean;
  quiet?: boolean;
}

/**
 * Reports what is valid but looks wrong in sources, in addition to the warnings of a build, or fixes it.
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
  const links = await loadLinks(sources, options, process);
  const isReportInvalid = links !== undefined && links.report === undefined;
  if (checked.isInvalid || isReportInvalid) {
    await reportFiles([...checked.files, ...(links?.files ?? [])], options, process);
    return FAILED;
  }
  if (!options.fix) return reportFindings(sources, checked, { ...options, found: links }, process);
  const { loaded } = checked;
  const fixed = await fixSources(sources, loaded, { ...options, report: links?.report }, process);
  if (fixed.code !== DONE) return fixed.code;
  const after = fixed.count === 0 ? checked : await checkSources(sources, process);
  return reportFindings(sources, after, { ...options, found: links, fixed: fixed.count }, process);
}

/** What `--links` and `--history` name, with the diagnostics of these files. */
interface FoundLinks {
  files: VFile[];
  /** `undefined` if the report is invalid. */
  report?: LinkReport;
}

async function loadLinks(
  sources: readonly string[],
  options: LintOptions,
  process: CommandProcess,
): Promise<FoundLinks | undefined> {
  if (options.links === undefined) return;
  const { loadLinkReport } = await import('./link-report.ts');
  return loadLinkReport(sources, options, process);
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
  options: LintOptions & { found?: FoundLinks | undefined; fixed?: number },
  process: CommandProcess,
): Promise<ExitCode> {
  const { strict = false, quiet = false, reporter, fixed, found } = options;
  let fixable = 0;
  for (const { source: file, read, outputs: places, folder } of loaded) {
    const report = reportTo(file);
    for (const finding of findInSource({ file, read, places }, pictureReader(folder))) {
      const { code, range, args, edits } = finding;
      report(code as Code, range, args as never);
      if (edits && fixed === undefined) fixable += 1;
    }
    reportEachUntranslated(read, file);
  }
  const links = found?.report && (await reportLinks(loaded, found.report));
  if (fixed === undefined) fixable += links?.fixable ?? 0;
  for (const { source: file } of loaded) {
    reportUnusedIgnoresOf(
      (code) => isLintCode(code) || (links !== undefined && isLinkCode(code)),
      file,
    );
    sortAndDedupeMessages(file);
  }
  const isFinding = isFindingWith(strict);
  const all = [...files, ...(found?.files ?? [])];
  const count = all.flatMap(({ messages }) => messages.filter(isFinding)).length;
  await reportFiles(all, options, process);
  if (links && !options.check) await found?.report?.remember(links.urls);
  if (!quiet && !isDataReporter(reporter)) {
    const linkOptions = options.links === undefined ? [] : ['--links', options.links];
    const args = ['lint', '--fix', ...linkOptions, ...namesToRepeat(names)];
    const command = shellCommand(args, process);
    const summary = lintSummary({ names, count, fixable, command, fixed, links: links?.counts });
    process.stderr.write(`${printable(summary)}\n`);
  }
  return count > 0 ? NEGATIVE : DONE;
}

/** Reports what a link checker found. */
async function reportLinks(
  loaded: LoadedSources['loaded'],
  report: LinkReport,
): Promise<{ urls: readonly string[]; fixable: number; counts: LinkCounts }> {
  const { countLinks, linkFindings, linkPlaces, useLinkIgnores } = await import(
    './link-findings.ts'
  );
  const places = await linkPlaces(
    loaded.map(({ source: file, read, checked, outputs }) => ({
      file,
      read,
      checked,
      places: outputs,
    })),
  );
  useLinkIgnores(places, report);
  const findings = linkFindings(places, report);
  for (const { source } of loaded) {
    const toSource = reportTo(source);
    for (const { file, code, range, args } of findings) {
      if (file === source) toSource(code, range, args as never);
    }
  }
  return {
    urls: [...places.keys()],
    fixable: findings.filter(({ edits }) => edits).length,
    counts: countLinks(places, report),
  };
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

/** @throws {UsageError} if options cannot be combined */
function checkLintUsage(
  names: readonly string[],
  { fix, check, reporter, links, history, date }: LintOptions,
): void {
  const [dependent] =
    links === undefined
      ? Object.entries({ history, date }).filter(([, value]) => value !== undefined)
      : [];
  if (dependent) {
    throw new UsageError(
      `--${dependent[0]} can only be used with --links`,
      `add "--links <report>", or remove "--${dependent[0]}"`,
    );
  }
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
