/** Explains why there is no source, by the files around it. */
import { basename, dirname, join, resolve } from 'node:path';
import { nearest } from '../diagnostics/nearest.ts';
import type { CommandProcess } from '../file/command-process.ts';
import { displayPath } from '../file/display-path.ts';
import { filesIn, foldersIn } from '../file/list-folder.ts';
import { relativePath, repositoryOf, targetExists } from '../file/paths.ts';
import { findCreditsPages } from './init/find-credits-pages.ts';
import { shellCommand } from './shell-command.ts';
import { SOURCES, sourceIn } from './source-names.ts';

/** Arguments that name no source, and what was probably meant. */
const COMMAND_ALIASES: Record<string, string> = {
  check: '--check',
  convert: 'import',
  create: 'init',
  fix: 'lint --fix',
  generate: 'build',
  help: '--help',
  new: 'init',
  validate: '--check',
  verify: '--check',
  version: '--version',
  watch: '--watch',
};

interface MissingSource {
  message: string;
  help: string;
}

interface MissingSourceOptions {
  process: CommandProcess;
  /** The names of commands, if the name of a source may be a misspelled one. */
  commands?: readonly string[] | undefined;
  /** The folder with the content of the site, in the Starlight plugin. */
  contentFolder?: string | undefined;
}

/**
 * Describes a source that does not exist.
 *
 * @param name the path or the glob that should lead to it
 */
export function describeMissing(name: string, options: MissingSourceOptions): MissingSource {
  const { process, commands, contentFolder } = options;
  if (/[*?[{]/.test(name)) {
    return {
      message: `no file matches "${name}"`,
      help: 'check the pattern, and quote it in a shell',
    };
  }
  if (/^\w+:\/\//.test(name)) {
    return {
      message: `"${name}" is a URL`,
      help: 'download the source, and pass the path of the file',
    };
  }
  const path = resolve(process.cwd(), name);
  const folder = dirname(path);
  const files = filesIn(folder);
  if (files.includes(basename(path))) {
    return path.includes('\ufffd')
      ? { message: 'the name of the source is not UTF-8', help: 'rename the file' }
      : { message: 'the source is a link to a file that does not exist', help: 'remove the link' };
  }
  const isDefault = (SOURCES as readonly string[]).includes(basename(name)) && !sourceIn(folder);
  const current = contentFolder === undefined ? 'the current folder' : 'the folder of the site';
  const message = isDefault
    ? `${folder === process.cwd() ? current : displayPath(folder, process)} has no ${SOURCES.join(' or ')}`
    : 'the source file does not exist';
  // Text processors replace two hyphens with a dash.
  const option = commands && /^[–—-]+(\w+)$/.exec(name)?.[1];
  if (option) return { message, help: `did you mean "--${option}"?` };
  const command = commands && (COMMAND_ALIASES[name.toLowerCase()] ?? nearest(name, commands));
  if (command) return { message, help: `did you mean "starlight-credits ${command}"?` };
  const other = isDefault ? undefined : nearest(basename(name), files);
  if (other) {
    return { message, help: `did you mean "${displayPath(join(folder, other), process)}"?` };
  }
  const cwd = process.cwd();
  const [first] = sourcesAround(cwd, contentFolder === undefined ? cwd : repositoryOf(cwd).root);
  if (contentFolder !== undefined) {
    const help =
      first === undefined
        ? `create one in the folder of the site with "${shellCommand(['init'], process)}", or set the option "source" of starlightCredits() to its path`
        : `set the option "source" to its path: starlightCredits({ source: "${first}" })`;
    return { message, help };
  }
  if (first !== undefined) {
    // Without the names of commands, the command is not `build`.
    const path = commands ? shellCommand([first], process) : first;
    return { message, help: `pass the path of your source: ${path}` };
  }
  return { message, help: helpToStart(process) };
}

function helpToStart(process: CommandProcess): string {
  const [page] = findCreditsPages(process.cwd(), join('src', 'content', 'docs'));
  const turn = `"${shellCommand(['import', page ?? 'credits.md'], process)}"`;
  return page === undefined
    ? `create a source with "${shellCommand(['init'], process)}", or turn an existing page into one with ${turn}`
    : `turn your page into a source with ${turn}`;
}

/** How many folders up and down are searched for a source. */
const LEVELS = 2;

/**
 * Returns the sources around a folder: paths relative to it, with `/`, the nearest first.
 *
 * @param top another folder, below which sources are searched for
 */
function sourcesAround(folder: string, top: string): string[] {
  const above = [dirname(folder), dirname(dirname(folder))];
  const near = foldersBelow(folder).flatMap((below, level) => [above[level] as string, ...below]);
  const folders = top === folder ? near : [...near, ...foldersBelow(top).flat()];
  return folders.flatMap((place) => {
    const name = SOURCES.find((each) => targetExists(join(place, each)));
    return name ? [relativePath(folder, join(place, name))] : [];
  });
}

/** Returns the folders on each level below a folder. */
function foldersBelow(folder: string): string[][] {
  const levels: string[][] = [];
  let below = [folder];
  for (let level = 0; level < LEVELS; level += 1) {
    below = below.flatMap((place) => foldersIn(place).map((name) => join(place, name)));
    levels.push(below);
  }
  return levels;
}
