import { basename, dirname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { nearest } from '../../diagnostics/nearest.ts';
import { type Report, reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { displayPath } from '../../file/display-path.ts';
import { editFile } from '../../file/edit-files.ts';
import { filesIn } from '../../file/list-folder.ts';
import { exists, isInside, realPath, relativePath, repositoryOf } from '../../file/paths.ts';
import { readExactly } from '../../file/read-file.ts';
import { createFile } from '../../file/replace-file.ts';
import { reasonOf } from '../../file/system-error.ts';
import { openTarget } from '../../file/target.ts';
import { type DataFormat, dataFormatIn, dataFormatOf } from '../../import/data-format.ts';
import { importData } from '../../import/import-data.ts';
import { type ImportResult, importPage, PageError } from '../../import/index.ts';
import { formatOf } from '../../model/view.ts';
import { loadReporter } from '../../reporters/index.ts';
import { takesColor } from '../../reporters/takes-color.ts';
import { foldCrlf } from '../../text/fold-line-ends.ts';
import { printable } from '../../text/printable.ts';
import { stripBom } from '../../text/strip-bom.ts';
import type { Format } from '../../types.ts';
import { isInAnyContent } from '../build/outputs.ts';
import { DONE, type ExitCode, FAILED, NEGATIVE } from '../exit-code.ts';
import { shellCommand } from '../shell-command.ts';
import { STANDARD } from '../source-file.ts';
import { SOURCES } from '../source-names.ts';
import { UsageError } from '../usage-error.ts';
import { dataSummary, importSummary, renderedDiff } from './import-summary.ts';
import { pagePictures } from './page-pictures.ts';

export interface ImportCommandOptions {
  output?: string;
  force?: boolean;
  quiet?: boolean;
  color?: boolean;
}

/**
 * Turns a file into a source. If the source does not reproduce a page, prints the difference.
 *
 * @param name the path of the file, relative to the current folder
 * @throws {UsageError} if the path of the file or of `-o` is not supported
 */
export async function importCommand(
  name: string,
  options: ImportCommandOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  const format = checkImportUsage(name, options);
  const { output = SOURCES[0], force = false, quiet, color } = options;
  const path = resolve(process.cwd(), name);
  const source = resolve(process.cwd(), output === STANDARD ? SOURCES[0] : output);
  const target = output === STANDARD ? undefined : source;
  try {
    const { yaml, summary, pageToEdit, difference } =
      format === 'md' || format === 'mdx'
        ? importPageFile(path, format, source, process)
        : importDataFile(path, format, process);
    // What is wrong with the file to import is said first.
    if (target && !force) checkNoSource(target, options.output === undefined, process);
    if (target) await writeSource(target, yaml, force, process);
    else process.stdout.write(yaml);

    const lines = summary(target && displayPath(target, process));
    if (target && pageToEdit !== undefined) {
      const { editUrlHint } = await import('../init/edit-url-hint.ts');
      const hint = editUrlHint(target, pageToEdit);
      if (hint) lines.push(hint);
    }
    if (!quiet) for (const line of lines) process.stderr.write(`${printable(line)}\n`);
    if (!difference) return DONE;
    // stdout may contain the source.
    const stream = target ? process.stdout : process.stderr;
    stream.write(difference(color !== false && takesColor(stream, process)));
    return NEGATIVE;
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
    const formatMessages = await loadReporter('text');
    const isColored = color !== false && takesColor(process.stderr, process);
    process.stderr.write(formatMessages([error.file], { color: isColored }));
    return FAILED;
  }
}

/** A source, and what to report about it. */
interface ImportedFile {
  yaml: string;
  /** Returns the lines to report, given the path of the source unless it was printed. */
  summary(source: string | undefined): string[];
  /** The absolute path of the page that the source builds, unless it sets the URL of "Edit page". */
  pageToEdit?: string | undefined;
  /** Returns how the page changes, if the source does not reproduce it. */
  difference?: (color: boolean) => string;
}

/**
 * Returns the format of the file, which may be unknown without its content.
 *
 * @throws {UsageError} if the path of the file or of `-o` is not supported
 */
function checkImportUsage(
  name: string,
  { output }: ImportCommandOptions,
): Format | DataFormat | 'unknown' {
  const format = formatOf(name) ?? dataFormatOf(name);
  if (!format) throw unsupported(name);
  if (output !== undefined && output !== STANDARD && !/\.ya?ml$/.test(output)) {
    const help = `name a source, such as "${output.replace(/\.\w*$|$/, '.yaml')}", or "-" for standard output`;
    throw new UsageError(`-o: "${output}" does not end in .yaml or .yml`, help);
  }
  return format;
}

function unsupported(name: string): UsageError {
  return new UsageError(
    `"${name}" is not a page (.md or .mdx), an .all-contributorsrc or a CITATION.cff`,
    /\.ya?ml$/.test(name)
      ? 'run "starlight-credits" without "import" to build the page of a source'
      : /\.(?:mdx?|markdown)$/i.test(name)
        ? 'rename the file so that it ends in .md or .mdx'
        : 'name a file of one of these kinds',
  );
}

/** A file that cannot be imported, or a source that cannot be written. `file` has the message. */
class ImportError extends Error {
  override name = 'ImportError';
  readonly file: VFile;

  constructor(file: VFile) {
    super(`${file.path} cannot be imported`);
    this.file = file;
  }
}

function importError(
  path: string,
  process: CommandProcess,
  reportProblem: (report: Report, file: VFile) => void,
): ImportError {
  const file = new VFile({ cwd: process.cwd(), path: displayPath(path, process) });
  reportProblem(reportTo(file), file);
  return new ImportError(file);
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
  return importError(path, process, (report) =>
    report('source-exists', undefined, { command, force: true }),
  );
}

/**
 * @param source the path of the source
 * @throws {ImportError} if the page cannot be read or imported
 */
function importPageFile(
  path: string,
  format: Format,
  source: string,
  process: CommandProcess,
): ImportedFile {
  const relativePage = outputFor(path, source);
  const result = importFile(
    path,
    format,
    { output: relativePage ?? basename(path), source, isNew: !relativePage },
    process,
  );
  const page = displayPath(path, process);
  const builtPage = relativePage
    ? undefined
    : displayPath(resolve(dirname(source), basename(path)), process);
  return {
    yaml: result.yaml,
    summary: (written) => importSummary(result, { page, source: written, builtPage }),
    pageToEdit: /^ +editUrl:/m.test(result.yaml)
      ? undefined
      : resolve(dirname(source), relativePage ?? basename(path)),
    ...(result.fidelity === 'different' && {
      difference: (color) => renderedDiff(result, page, color),
    }),
  };
}

/**
 * @throws {ImportError} if the file cannot be read or has errors
 * @throws {UsageError} if the file does not have a supported format
 */
function importDataFile(
  path: string,
  knownFormat: DataFormat | 'unknown',
  process: CommandProcess,
): ImportedFile {
  const text = stripBom(foldCrlf(readToImport(path, process)));
  const format = knownFormat === 'unknown' ? dataFormatIn(text) : knownFormat;
  if (!format) throw unsupported(displayPath(path, process));
  const file = new VFile({ cwd: process.cwd(), path: displayPath(path, process), value: text });
  const result = importData(file, format);
  if (!result) throw new ImportError(file);
  return { yaml: result.yaml, summary: (source) => dataSummary(result, source) };
}

/** @throws {ImportError} if the page cannot be read or imported */
function importFile(
  path: string,
  format: Format,
  { output, source, isNew }: { output: string; source: string; isNew: boolean },
  process: CommandProcess,
): ImportResult {
  const originalText = readToImport(path, process);
  const text = foldCrlf(originalText);
  try {
    const folder = dirname(source);
    const builtPage = resolve(folder, output);
    const result = importPage(text, {
      output,
      format,
      inContent: isInAnyContent(builtPage, repositoryOf(folder)),
      source: basename(source),
      pictures: pagePictures(builtPage, source),
    });
    // An existing page keeps its line ends; a new one has LF.
    const keepsLineEnds = text === originalText || !isNew;
    return !keepsLineEnds && result.fidelity === 'identical'
      ? { ...result, fidelity: 'equivalent' }
      : result;
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    const { code, message: reason, offset: start } = error;
    throw importError(path, process, (report, file) => {
      file.value = stripBom(text);
      report(code, reason ? { start, end: start + 1 } : undefined, { reason });
    });
  }
}

/** @throws {ImportError} if the file cannot be read */
function readToImport(path: string, process: CommandProcess): string {
  try {
    return readExactly(path);
  } catch (error) {
    const isMissing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    const near = isMissing ? nearest(basename(path), filesIn(dirname(path))) : undefined;
    throw importError(path, process, (report) =>
      report('page-unreadable', undefined, {
        reason: reasonOf(error),
        near: near && displayPath(resolve(dirname(path), near), process),
      }),
    );
  }
}

/** Returns the `output` of a page, or `undefined` if the page is outside the repository of the source. */
function outputFor(page: string, source: string): string | undefined {
  const folder = dirname(source);
  if (!isInside(realPath(page), realPath(repositoryOf(folder).root))) return;
  return relativePath(folder, page);
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
    throw importError(path, process, (report) =>
      report('source-unwritable', undefined, { reason }),
    );
  }
}
