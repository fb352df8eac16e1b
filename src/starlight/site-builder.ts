import { join } from 'node:path';
import { buildPages } from '../commands/build/index.ts';
import type { WholePage } from '../commands/build/make-pages.ts';
import { DONE } from '../commands/exit-code.ts';
import { isErrorOrWarning } from '../diagnostics/report.ts';
import type { CommandProcess } from '../file/command-process.ts';
import { loadReporter } from '../reporters/index.ts';
import { printable } from '../text/printable.ts';
import type { Logger } from './astro-types.ts';
import { CreditsError } from './credits-error.ts';
import { type Sidebar, sidebarHints } from './sidebar-hint.ts';
import { localePages } from './site-locales.ts';

/** The result of building the pages of a site. */
export interface BuiltSite {
  /** The error, if the pages could not be built or are out of date. */
  error: CreditsError | undefined;
  /** Whether a page has changed. */
  isChanged: boolean;
  /** The pages that are whole files; empty if there is an error. */
  wholePages: readonly WholePage[];
  /** The folders with pictures of the sources. */
  pictureFolders: readonly string[];
  /** Logs the errors, or the warnings, the written pages in one line, and hints. */
  log(logger: Logger): void;
}

/** The maximum number of pages that a line lists. */
const LISTED = 5;

/**
 * Returns a function that builds the pages of a site.
 *
 * @param root the folder of the site
 * @param names paths of sources, relative to the root
 * @param options whether to write nothing, and fail if a page is out of date; or to replace other text
 * @param site the folder with the content of the site, its locales and its sidebar
 */
export function siteBuilder(
  root: string,
  names: readonly string[],
  options: { check: boolean; force: boolean },
  { contentFolder, ...site }: { contentFolder: string } & Sidebar,
): () => Promise<BuiltSite> {
  const process = silentProcess(root);
  return async () => {
    const {
      code,
      stdout,
      lines,
      isChanged = false,
      files,
      wholePages,
      pictureFolders,
    } = await buildPages(
      names,
      {
        ...{ ...options, contentFolder, forceHint: '"force: true"' },
        localePages: localePages(site, contentFolder),
      },
      process,
    );
    const messages = files.flatMap((file) => file.messages);
    const hasWarnings = messages.some(isErrorOrWarning);
    const report =
      messages.length > 0 ? (await loadReporter('text'))(files, { color: false }).trimEnd() : '';
    const difference = stdout ? `${stdout}\n` : '';
    const error =
      code === DONE ? undefined : new CreditsError(`${difference}${report}`, files, root);
    return {
      error,
      isChanged,
      wholePages,
      pictureFolders,
      log(logger) {
        if (error) return logger.error(`\n${error.message}`);
        if (report) logger[hasWarnings ? 'warn' : 'info'](`\n${report}`);
        logger.info(printable(joinLines(lines ?? [])));
        const hints = sidebarHints(wholePages, join(contentFolder, 'docs'), site);
        for (const hint of hints) logger.info(printable(hint));
      },
    };
  };
}

/** Joins the lines about some pages. */
function joinLines(lines: readonly string[]): string {
  const some = lines.slice(0, LISTED).join(', ');
  const others = lines.length - LISTED;
  return others > 0 ? `${some} and ${others} more ${others === 1 ? 'page' : 'pages'}` : some;
}

/** A process without input and output, as messages go to the logger of the site. */
function silentProcess(root: string): CommandProcess {
  const silent = { write: () => {} };
  return {
    argv: [],
    env: {},
    cwd: () => root,
    stdin: (async function* () {})(),
    stdout: silent,
    stderr: silent,
    onEnd: () => () => {},
  };
}
