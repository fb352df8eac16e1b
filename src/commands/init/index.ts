import { join, posix } from 'node:path';
import { VFile } from 'vfile';
import { type Report, reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { exists, isFolder } from '../../file/paths.ts';
import { createFile } from '../../file/replace-file.ts';
import { reasonOf } from '../../file/system-error.ts';
import { openTarget } from '../../file/target.ts';
import { readSource } from '../../pipeline.ts';
import { loadReporter } from '../../reporters/index.ts';
import { takesColor } from '../../reporters/takes-color.ts';
import { printable } from '../../text/printable.ts';
import { DONE, type ExitCode, FAILED } from '../exit-code.ts';
import { shellCommand } from '../shell-command.ts';
import { SOURCES } from '../source-names.ts';
import { editUrlHint } from './edit-url-hint.ts';
import { findCreditsPages } from './find-credits-pages.ts';
import { firstSource } from './first-source.ts';
import { findProject, type Project } from './project.ts';

const [SOURCE] = SOURCES;

/**
 * Creates a source in the current folder, unless a source or a credits page exists. `import` turns an
 * existing page into a source.
 */
export async function initCommand(process: CommandProcess): Promise<ExitCode> {
  const obstacles = await createSource(process);
  if (obstacles.length === 0) {
    process.stderr.write(
      `created ${SOURCE}; fill it in, then run "${shellCommand([], process)}"\n`,
    );
    const hint = editUrlHint(join(process.cwd(), SOURCE));
    if (hint) process.stderr.write(`${printable(hint)}\n`);
    return DONE;
  }
  const formatMessages = await loadReporter('text');
  process.stderr.write(formatMessages(obstacles, { color: takesColor(process.stderr, process) }));
  return FAILED;
}

/** Creates a source, or returns the files that prevent it, with their messages. */
async function createSource(process: CommandProcess): Promise<VFile[]> {
  const folder = process.cwd();
  const command = shellCommand([], process);
  const sourceExists = (report: Report) => report('source-exists', undefined, { command });
  const sources = SOURCES.filter((name) => exists(join(folder, name)));
  if (sources.length > 0) return sources.map((name) => fileWith(name, sourceExists));
  const project = findProject(folder);
  const pages = findCreditsPages(folder, project.docs);
  if (pages.length > 0) {
    return pages.map((page) => {
      const source = sourceOf(page, folder);
      return source === undefined
        ? fileWith(page, (report) =>
            report('page-exists', undefined, { command: shellCommand(['import', page], process) }),
          )
        : fileWith(source, (report) =>
            report('source-exists', undefined, { command: shellCommand([source], process) }),
          );
    });
  }
  try {
    if (!isFolder(folder)) throw new Error('the folder does not exist');
    createFile(openTarget(join(folder, SOURCE), folder), await sourceFor(project, command));
    return [];
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return [fileWith(SOURCE, sourceExists)];
    const reason = reasonOf(error);
    return [fileWith(SOURCE, (report) => report('source-unwritable', undefined, { reason }))];
  }
}

/** Returns the source beside a page, or above it, which most likely builds the page. */
function sourceOf(page: string, folder: string): string | undefined {
  for (let at = posix.dirname(page); at !== '.'; at = posix.dirname(at)) {
    const name = SOURCES.find((each) => exists(join(folder, at, each)));
    if (name !== undefined) return `${at}/${name}`;
  }
  return;
}

function fileWith(path: string, addMessages: (report: Report) => void): VFile {
  const file = new VFile({ path });
  addMessages(reportTo(file));
  return file;
}

/** Returns a valid source with the first name of the project that is valid in it. */
async function sourceFor(project: Project, command: string): Promise<string> {
  for (const name of project.names) {
    const file = new VFile(firstSource(project, name, command));
    if ((await readSource(file)) && file.messages.length === 0) return String(file);
  }
  return firstSource(project, undefined, command);
}
