import { basename, dirname, relative, resolve, sep } from 'node:path';
import { VFile } from 'vfile';
import { type Report, reportTo } from '../../diagnostics/report.ts';
import {
  type CommandProcess,
  DONE,
  type ExitCode,
  FAILED,
  NO,
  takesColor,
} from '../../file/command-process.ts';
import { isTaken } from '../../file/list-files.ts';
import { isInside, realPath, repositoryOf } from '../../file/paths.ts';
import { readPageText, reasonOf, SOURCES, STANDARD, shownPath } from '../../file/read-file.ts';
import { createFile, replaceFile } from '../../file/replace-file.ts';
import { type Imported, importPage, PageError } from '../../import/index.ts';
import { formatOf } from '../../model/view.ts';
import { loadReporter } from '../../reporters/index.ts';
import type { Format } from '../../types.ts';
import { commandLine } from '../command-line.ts';
import { UsageError } from '../usage-error.ts';
import { differenceTo, summaryOf } from './import-summary.ts';

export interface ImportCommandOptions {
  output?: string;
  force?: boolean;
  quiet?: boolean;
  color?: boolean;
}

/**
 * Turns a page into a source, and shows what its reader would no longer see, if there is anything.
 *
 * @param name the path of the page, relative to the current folder
 * @throws {UsageError}
 */
export async function importCommand(
  name: string,
  options: ImportCommandOptions,
  host: CommandProcess,
): Promise<ExitCode> {
  const format = checkUsage(name, options);
  const { output = SOURCES[0], force = false, quiet, color } = options;
  const page = resolve(host.cwd(), name);
  const source = resolve(host.cwd(), output === STANDARD ? SOURCES[0] : output);
  const target = output === STANDARD ? undefined : source;
  try {
    if (target && !force) checkFree(target, options.output === undefined, host);
    const place = outputFor(page, source);
    const imported = read(page, format, { output: place ?? basename(page), source }, host);
    if (target) write(target, imported.yaml, force, host);
    else host.stdout.write(imported.yaml);

    const [from, to] = [shownPath(page, host), target && shownPath(target, host)];
    const elsewhere = shownPath(resolve(dirname(source), basename(page)), host);
    const summary = summaryOf(imported, { from, to, place: place ? undefined : elsewhere });
    if (!quiet) for (const line of summary) host.stderr.write(`${line}\n`);
    if (imported.proof !== 'difference') return DONE;
    // Where the source is printed, it must be alone on its stream.
    const stream = target ? host.stdout : host.stderr;
    stream.write(differenceTo(imported, from, color !== false && takesColor(stream, host)));
    return NO;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const report = await loadReporter('text');
    const isColored = color !== false && takesColor(host.stderr, host);
    host.stderr.write(report([error.file], { color: isColored }));
    return FAILED;
  }
}

function checkUsage(name: string, { output }: ImportCommandOptions): Format {
  const format = formatOf(name);
  if (!format) throw new UsageError(`"${name}" does not end in .md or .mdx`);
  if (output !== undefined && output !== STANDARD && !/\.ya?ml$/.test(output)) {
    throw new UsageError(`-o: "${output}" does not end in .yaml or .yml`);
  }
  return format;
}

/** What keeps a page from being imported, as it is told to people. */
class Refusal extends Error {
  override name = 'Refusal';
  readonly file: VFile;

  constructor(path: string, host: CommandProcess, tell: (report: Report, file: VFile) => void) {
    super(`${path} cannot be imported`);
    this.file = new VFile({ cwd: host.cwd(), path: shownPath(path, host) });
    tell(reportTo(this.file), this.file);
  }
}

/** Refuses to write over a source, or beside the one that is meant where none is named. */
function checkFree(target: string, isDefault: boolean, host: CommandProcess): void {
  const folder = dirname(target);
  const places = isDefault ? SOURCES.map((name) => resolve(folder, name)) : [target];
  const taken = places.find(isTaken);
  if (taken) throw exists(taken, host);
}

function exists(path: string, host: CommandProcess): Refusal {
  const isDefault =
    dirname(path) === host.cwd() && (SOURCES as readonly string[]).includes(basename(path));
  const command = commandLine(isDefault ? [] : [shownPath(path, host)]);
  return new Refusal(path, host, (report) =>
    report('source-exists', undefined, { command, force: true }),
  );
}

function read(
  path: string,
  format: Format,
  { output, source }: { output: string; source: string },
  host: CommandProcess,
): Imported {
  let text: string;
  try {
    text = readPageText(path);
  } catch (error) {
    const reason = reasonOf(error);
    throw new Refusal(path, host, (report) => report('page-unreadable', undefined, { reason }));
  }
  try {
    return importPage(text, { output, format, source: basename(source) });
  } catch (error) {
    if (!(error instanceof PageError)) throw error;
    const { code, message: reason, offset: start } = error;
    throw new Refusal(path, host, (report, file) => {
      file.value = text.replace(/^\ufeff/, '');
      report(code, reason ? { start, end: start + 1 } : undefined, { reason });
    });
  }
}

/** The path of a page as its source says it; nothing where no source may say it. */
function outputFor(page: string, source: string): string | undefined {
  const folder = dirname(source);
  if (!isInside(realPath(page), realPath(repositoryOf(folder)))) return;
  return relative(folder, page).split(sep).join('/');
}

function write(path: string, yaml: string, force: boolean, host: CommandProcess): void {
  try {
    if (force) replaceFile(path, yaml);
    else createFile(path, yaml);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') throw exists(path, host);
    const reason = reasonOf(error);
    throw new Refusal(path, host, (report) => report('source-unwritable', undefined, { reason }));
  }
}
