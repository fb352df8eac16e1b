import type { VFile } from 'vfile';
import { coveragesIn } from '../../audit/audit-page.ts';
import { isAuditCode } from '../../diagnostics/codes.ts';
import { isErrorOrWarning, reportTo, sortAndDedupeMessages } from '../../diagnostics/report.ts';
import { reportUnusedIgnoresOf } from '../../diagnostics/report-unused-ignores.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { isDataReporter } from '../../reporters/index.ts';
import { takesColor } from '../../reporters/takes-color.ts';
import { printable } from '../../text/printable.ts';
import { checkSourceFile, type SourceContent } from '../check-source-file.ts';
import { DONE, type ExitCode, FAILED, NEGATIVE } from '../exit-code.ts';
import { distinctSources, findSources } from '../find-sources.ts';
import { type ReportingOptions, reportMessages } from '../report-messages.ts';
import { shellCommand } from '../shell-command.ts';
import { findSource, folderOfSource, STANDARD } from '../source-file.ts';
import { namesToRepeat } from '../source-names.ts';
import { UsageError } from '../usage-error.ts';
import { auditCovered, type CoveredSource, manifestFromCwd, readCovered } from './audit-source.ts';
import { auditTable } from './audit-table.ts';
import { loadLinks } from './load-links.ts';
import { ManifestLoader } from './manifest-loader.ts';
import { reportFindings } from './report-findings.ts';
import { surveyPage } from './survey.ts';

export interface AuditOptions extends ReportingOptions {
  /** Whether to add what is missing to the sources. */
  add?: boolean;
  /** Whether to write nothing, and print the difference instead. */
  check?: boolean;
  /** Manifests to read, relative to the current folder. */
  from?: readonly string[];
  strict?: boolean;
  quiet?: boolean;
}

/** A valid source. */
interface ValidSource {
  name: string;
  file: VFile;
  content: SourceContent;
}

/**
 * Reports what the manifests that sources cover name, and the sources do not credit, or adds it. If no
 * source covers anything, describes how much of each manifest they credit.
 *
 * @param names paths of sources, or `-`; if empty, the source in the current folder
 * @throws {UsageError} if options cannot be combined, or there is nothing to add
 */
export async function auditCommand(
  names: readonly string[],
  options: AuditOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  checkAuditUsage(options);
  const { from = [], add = false, check = false, quiet = false, reporter, color = true } = options;
  const found = names.length > 0 ? await findSources(names, process) : [findSource(process)];
  const sources = distinctSources(found, process);
  const { checked, files } = await checkSources(sources, process);
  if (checked.length < files.length) {
    await reportMessages(files.map(onlyIf(isError, quiet)), options, process);
    return FAILED;
  }
  const covers = checked.flatMap(({ content }) => coveragesIn(content.read.page));
  const isText = !quiet && !isDataReporter(reporter);
  if (covers.length === 0 && from.length === 0) {
    if (add) {
      const help = 'name a manifest, such as "--from package.json"';
      throw new UsageError('no section has "covers"', help);
    }
    await printSurvey(checked, isText, process);
    await reportMessages(files, options, process);
    return DONE;
  }
  if (add) {
    const { addToSources } = await import('./add-to-sources.ts');
    const code = await addToSources(checked, { from, check, color, quiet }, process);
    if (check || code === FAILED) return code;
    return report(await checkSources(sources, process), { ...options, isText: false }, process);
  }
  return report({ checked, files }, { ...options, isText }, process);
}

/** Audits sources, and prints what is found. */
async function report(
  { checked, files }: { checked: readonly ValidSource[]; files: readonly VFile[] },
  options: AuditOptions & { isText: boolean },
  process: CommandProcess,
): Promise<ExitCode> {
  const { from = [], strict = false, quiet = false, color = true, isText } = options;
  const loader = new ManifestLoader(process);
  const names = checked.map(({ name }) => name);
  const command = shellCommand(argsToAdd(names, from), process);
  const tables: string[] = [];
  for (const source of checked) {
    const covered = await readCovered(source, from, loader, process);
    tables.push(auditOne(covered, { command, color, isHeaded: checked.length > 1 }, process));
  }
  const all = [...files, ...loader.broken];
  for (const file of all) {
    reportUnusedIgnoresOf(isAuditCode, file);
    sortAndDedupeMessages(file);
  }
  const messages = all.flatMap((file) => file.messages);
  const code = exitCodeOf(messages, strict);
  if (isText) process.stdout.write(tables.filter(Boolean).join('\n'));
  if (isText && messages.some(({ ruleId }) => ruleId === 'audit-missing')) {
    process.stdout.write(`\nAdd what is missing with: ${printable(command)}\n`);
  }
  const isShown = strict ? isErrorOrWarning : isError;
  await reportMessages(all.map(onlyIf(isShown, quiet)), options, process);
  return code;
}

/** Reports the findings in a source, and returns its table. */
function auditOne(
  covered: CoveredSource,
  { command, color, isHeaded }: { command: string; color: boolean; isHeaded: boolean },
  process: CommandProcess,
): string {
  const { file, content, further } = covered;
  const { locate } = content.read;
  const sections = auditCovered(content.read, covered, further);
  reportFindings(sections, { locate, report: reportTo(file), command });
  const table = auditTable(sections, color && takesColor(process.stdout, process));
  return isHeaded && table !== '' ? `${printable(file.path)}\n\n${table}` : table;
}

function argsToAdd(names: readonly string[], from: readonly string[]): string[] {
  return ['audit', '--add', ...from.flatMap((each) => ['--from', each]), ...namesToRepeat(names)];
}

/** Reads sources. A build reports the warnings about their pages. */
async function checkSources(
  names: readonly string[],
  process: CommandProcess,
): Promise<{ checked: ValidSource[]; files: VFile[] }> {
  const checked: ValidSource[] = [];
  const files: VFile[] = [];
  for (const name of names) {
    const { file, content } = await checkSourceFile(name, { process });
    files.push(file);
    if (!content) continue;
    file.messages = [];
    checked.push({ name, file, content });
  }
  return { checked, files };
}

async function printSurvey(
  checked: readonly ValidSource[],
  isText: boolean,
  process: CommandProcess,
): Promise<void> {
  if (!isText) return;
  const loader = new ManifestLoader(process);
  const surveys: string[] = [];
  for (const { name, file, content } of checked) {
    const { page } = content.read;
    const linksIn = await loadLinks([page]);
    const folder = folderOfSource(name, process);
    const commandFor = (manifest: string) =>
      shellCommand(argsToAdd([name], [manifestFromCwd(manifest, folder, process)]), process);
    const survey = await surveyPage(
      page,
      folder,
      linksIn,
      loader,
      name === STANDARD ? undefined : commandFor,
    );
    surveys.push(checked.length > 1 ? `${printable(file.path)}\n\n${survey}` : survey);
  }
  process.stdout.write(surveys.join('\n'));
}

type Message = VFile['messages'][number];

const isError = (message: Message) => message.fatal === true;

/** Returns a function that leaves out other messages of a file, if only errors are reported. */
function onlyIf(isShown: (message: Message) => boolean, quiet: boolean): (file: VFile) => VFile {
  return (file) => {
    if (quiet) file.messages = file.messages.filter(isShown);
    return file;
  };
}

function exitCodeOf(messages: readonly Message[], strict: boolean): ExitCode {
  if (messages.some(({ ruleId = '' }) => ruleId.startsWith('manifest-'))) return FAILED;
  return messages.some(strict ? isErrorOrWarning : isError) ? NEGATIVE : DONE;
}

/** @throws {UsageError} if options cannot be combined */
function checkAuditUsage({ add, check, reporter }: AuditOptions): void {
  if (check && !add) {
    throw new UsageError('--check can only be used with --add', 'add "--add", or remove "--check"');
  }
  if (check && isDataReporter(reporter)) {
    throw new UsageError(
      `--reporter ${reporter} cannot be used with --check: both write to standard output`,
      'remove one of them',
    );
  }
}
