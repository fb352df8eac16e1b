import { buildPages } from '../commands/build/index.ts';
import { DONE } from '../commands/exit-code.ts';
import { severityOf } from '../diagnostics/report.ts';
import type { CommandProcess } from '../file/command-process.ts';
import { loadReporter } from '../reporters/index.ts';
import { printable } from '../text/printable.ts';
import type { Logger } from './astro-types.ts';
import { CreditsError } from './credits-error.ts';

/** The result of building the pages of a site. */
export interface BuiltSite {
  /** The error, if the pages could not be built or are out of date. */
  error: CreditsError | undefined;
  /** The folders with pictures of the sources. */
  pictureFolders: readonly string[];
  /** Logs the errors, or the warnings and the written pages. */
  log(logger: Logger): void;
}

/**
 * Returns a function that builds the pages of a site.
 *
 * @param root the folder of the site
 * @param names paths of sources, relative to the root
 * @param options whether to write nothing, and fail if a page is out of date; or to replace other text;
 *   and the folder with the content of the site
 */
export function siteBuilder(
  root: string,
  names: readonly string[],
  options: { check: boolean; force: boolean; contentFolder: string },
): () => Promise<BuiltSite> {
  const process = silentProcess(root);
  return async () => {
    const { code, stdout, lines, files, pictureFolders } = await buildPages(
      names,
      { ...options, forceHint: '"force: true"' },
      process,
    );
    const messages = files.flatMap((file) => file.messages);
    const hasWarnings = messages.some((message) => severityOf(message) !== 'info');
    const report =
      messages.length > 0 ? (await loadReporter('text'))(files, { color: false }).trimEnd() : '';
    const difference = stdout ? `${stdout}\n` : '';
    const error =
      code === DONE ? undefined : new CreditsError(`${difference}${report}`, files, root);
    return {
      error,
      pictureFolders,
      log(logger) {
        if (error) return logger.error(`\n${error.message}`);
        if (report) logger[hasWarnings ? 'warn' : 'info'](`\n${report}`);
        for (const line of lines ?? []) logger.info(printable(line));
      },
    };
  };
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
