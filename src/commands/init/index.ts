import { join } from 'node:path';
import { VFile } from 'vfile';
import { type Report, reportTo } from '../../diagnostics/report.ts';
import {
  type CommandProcess,
  DONE,
  type ExitCode,
  FAILED,
  takesColor,
} from '../../file/command-process.ts';
import { isTaken } from '../../file/list-files.ts';
import { isFolder } from '../../file/paths.ts';
import { reasonOf, SOURCES } from '../../file/read-file.ts';
import { createFile } from '../../file/replace-file.ts';
import { placesInSource } from '../../model/place.ts';
import { loadPage } from '../../pipeline.ts';
import { loadReporter } from '../../reporters/index.ts';
import { commandLine } from '../command-line.ts';
import { existingPages } from './existing-pages.ts';
import { firstSource } from './first-source.ts';
import { findProject, type Project } from './project.ts';

const [SOURCE] = SOURCES;

/**
 * Writes a first source into the current folder: never over one that is there, nor beside a
 * credits page, which `import` turns into a source.
 */
export async function init(host: CommandProcess): Promise<ExitCode> {
  const inTheWay = await start(host.cwd());
  if (inTheWay.length === 0) {
    host.stderr.write(`created ${SOURCE}; fill it in, then run "${commandLine([])}"\n`);
    return DONE;
  }
  const report = await loadReporter('text');
  host.stderr.write(report(inTheWay, { color: takesColor(host.stderr, host) }));
  return FAILED;
}

/** Writes a first source, or tells of the files that stand in its way. */
async function start(folder: string): Promise<VFile[]> {
  const sources = SOURCES.filter((name) => isTaken(join(folder, name)));
  if (sources.length > 0) return sources.map((name) => told(name, sourceExists));
  const project = findProject(folder);
  const pages = existingPages(folder, project.docs);
  if (pages.length > 0) {
    return pages.map((page) =>
      told(page, (report) =>
        report('page-exists', undefined, { command: commandLine(['import', page]) }),
      ),
    );
  }
  try {
    if (!isFolder(folder)) throw new Error('the folder does not exist');
    createFile(join(folder, SOURCE), await sourceFor(project));
    return [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return [told(SOURCE, sourceExists)];
    const reason = reasonOf(error);
    return [told(SOURCE, (report) => report('source-unwritable', undefined, { reason }))];
  }
}

function told(path: string, tell: (report: Report) => void): VFile {
  const file = new VFile({ path });
  tell(reportTo(file));
  return file;
}

const sourceExists = (report: Report) =>
  report('source-exists', undefined, { command: commandLine([]) });

/** A source that has nothing wrong with it, with the best name that allows for it. */
async function sourceFor(project: Project): Promise<string> {
  for (const name of project.names) {
    const file = new VFile(firstSource(project, name));
    if ((await loadPage(file, placesInSource)) && file.messages.length === 0) return String(file);
  }
  return firstSource(project, undefined);
}
