import { basename, dirname, relative, resolve, sep } from 'node:path';
import { VFile } from 'vfile';
import { type Report, reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { displayPath } from '../../file/display-path.ts';
import { editFile } from '../../file/edit-files.ts';
import { exists, isInside, realPath, repositoryOf } from '../../file/paths.ts';
import { readExactly } from '../../file/read-file.ts';
import { createFile } from '../../file/replace-file.ts';
import { reasonOf } from '../../file/system-error.ts';
import { openTarget } from '../../file/target.ts';
import { type ImportResult, importPage, PageError } from '../../import/index.ts';
import { formatOf } from '../../model/view.ts';
import { loadReporter } from '../../reporters/index.ts';
import { takesColor } from '../../reporters/takes-color.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';
import { printable } from '../../text/printable.ts';
import { stripBom } from '../../text/strip-bom.ts';
import type { Format } from '../../types.ts';
import { DONE, type ExitCode, FAILED, NEGATIVE } from '../exit-code.ts';
import { shellCommand } from '../shell-command.ts';
import { STANDARD } from '../source-file.ts';
import { SOURCES } from '../source-names.ts';
import { UsageError } from '../usage-error.ts';
import { importSummary, renderedDiff } from './import-summary.ts';

export interface ImportCommandOptions {
  output?: string;
  force?: boolean;
  quiet?: boolean;
  color?: boolean;
}

/**
 * Turns a page into a source. If the source does not reproduce the page, prints the difference.
 *
 * @param name the path of the page, relative to the current folder
 * @throws {UsageError} if the path of the page or of `-o` does not have a supported extension
 */
export async function importCommand(
  name: string,
  options: ImportCommandOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  const format = checkImportUsage(name, options);
  const { output = SOURCES[0], force = false, quiet, color } = options;
  const page = resolve(process.cwd(), name);
  const source = resolve(process.cwd(), output === STANDARD ? SOURCES[0] : output);
  const target = output === STANDARD ? undefined : source;
  try {
    if (target && !force) checkNoSource(target, options.output === undefined, process);
    const relativePage = outputFor(page, source);
    const result = readPage(
      page,
      format,
      { output: relativePage ?? basename(page), source, isNew: !relativePage },
      process,
    );
    if (target) await writeSource(target, result.yaml, force, process);
    else process.stdout.write(result.yaml);

    const displayedPage = displayPath(page, process);
    const summary = importSummary(result, {
      page: displayedPage,
      source: target && displayPath(target, process),
      builtPage: relativePage
        ? undefined
        : displayPath(resolve(dirname(source), basename(page)), process),
    });
    if (!quiet) for (const line of summary) process.stderr.write(`${printable(line)}\n`);
    if (result.fidelity !== 'different') return DONE;
    // stdout may contain the source.
    const stream = target ? process.stdout : process.stderr;
    const isColored = color !== false && takesColor(stream, process);
    stream.write(renderedDiff(result, displayedPage, isColored));
    return NEGATIVE;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const formatMessages = await loadReporter('text');
    const isColored = color !== false && takesColor(process.stderr, process);
    process.stderr.write(formatMessages([error.file], { color: isColored }));
    return FAILED;
  }
}

/** @throws {UsageError} if the path of the page or of `-o` does not have a supported extension */
function checkImportUsage(name: string, { output }: ImportCommandOptions): Format {
  const format = formatOf(name);
  if (!format) throw new UsageError(`"${name}" does not end in .md or .mdx`);
  if (output !== undefined && output !== STANDARD && !/\.ya?ml$/.test(output)) {
    throw new UsageError(`-o: "${output}" does not end in .yaml or .yml`);
  }
  return format;
}

/** A page that cannot be imported, or a source that cannot be written. `file` has the message. */
class ImportError extends Error {
  override name = 'ImportError';
  readonly file: VFile;

  constructor(
    path: string,
    process: CommandProcess,
    reportProblem: (report: Report, file: VFile) => void,
  ) {
    super(`${path} cannot be imported`);
    this.file = new VFile({ cwd: process.cwd(), path: displayPath(path, process) });
    reportProblem(reportTo(this.file), this.file);
  }
}

/** @throws {ImportError} if the source exists or, without `-o`, a source with either default name */
function checkNoSource(target: string, isDefault: boolean, process: CommandProcess): void {
  const folder = dirname(target);
  const paths = isDefault ? SOURCES.map((name) => resolve(folder, name)) : [target];
  const existing = paths.find(exists);
  if (existing) throw existsError(existing, process);
}

function existsError(path: string, process: CommandProcess): ImportError {
  const isDefault =
    dirname(path) === process.cwd() && (SOURCES as readonly string[]).includes(basename(path));
  const command = shellCommand(isDefault ? [] : [displayPath(path, process)], process);
  return new ImportError(path, process, (report) =>
    report('source-exists', undefined, { command, force: true }),
  );
}

/** @throws {ImportError} if the page cannot be read or imported */
function readPage(
  path: string,
  format: Format,
  { output, source, isNew }: { output: string; source: string; isNew: boolean },
  process: CommandProcess,
): ImportResult {
  let originalText: string;
  try {
    originalText = readExactly(path);
  } catch (error) {
    const reason = reasonOf(error);
    throw new ImportError(path, process, (report) =>
      report('page-unreadable', undefined, { reason }),
    );
  }
  const text = foldCrlf(originalText);
  try {
    const result = importPage(text, { output, format, source: basename(source) });
    // An existing page keeps its line ends; a new one has LF.
    const keepsLineEnds = text === originalText || !isNew;
    return !keepsLineEnds && result.fidelity === 'identical'
      ? { ...result, fidelity: 'equivalent' }
      : result;
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    const { code, message: reason, offset: start } = error;
    throw new ImportError(path, process, (report, file) => {
      file.value = stripBom(text);
      report(code, reason ? { start, end: start + 1 } : undefined, { reason });
    });
  }
}

/** Returns the `output` of a page, or `undefined` if the page is outside the repository of the source. */
function outputFor(page: string, source: string): string | undefined {
  const folder = dirname(source);
  if (!isInside(realPath(page), realPath(repositoryOf(folder).root))) return;
  return relative(folder, page).split(sep).join('/');
}

/** @throws {ImportError} if the source cannot be written or, without `force`, if it exists */
async function writeSource(
  path: string,
  yaml: string,
  force: boolean,
  process: CommandProcess,
): Promise<void> {
  try {
    const target = openTarget(path, process.cwd());
    if (force) await editFile({ target, edit: () => yaml });
    else createFile(target, yaml);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw existsError(path, process);
    const reason = reasonOf(error);
    throw new ImportError(path, process, (report) =>
      report('source-unwritable', undefined, { reason }),
    );
  }
}
