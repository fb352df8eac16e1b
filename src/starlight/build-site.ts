import { buildPages } from '../commands/build/index.ts';
import { type CommandProcess, DONE } from '../file/command-process.ts';
import { loadReporter } from '../reporters/index.ts';
import type { Logger } from './astro-types.ts';
import { CreditsError } from './credits-error.ts';

/** What a build of the pages of a site comes to. */
export interface BuiltSite {
  /** Why there are no pages, or none that are up to date. */
  error: CreditsError | undefined;
  /** Tells all that there is to say. */
  tell(logger: Logger): void;
}

/**
 * What builds the pages of a site.
 *
 * @param root the folder of the site; the paths of sources are relative to it
 * @param check whether nothing is written, and a page that is out of date an error
 */
export function builderOf(
  root: string,
  names: readonly string[],
  check: boolean,
): () => Promise<BuiltSite> {
  const host = siteHost(root);
  return async () => {
    const { code, stdout, lines, files } = await buildPages(names, { check }, [], host);
    const isTold = files.some(({ messages }) => messages.length > 0);
    const report = isTold ? (await loadReporter('text'))(files, { color: false }).trimEnd() : '';
    const difference = stdout ? `${stdout}\n` : '';
    const error =
      code === DONE ? undefined : new CreditsError(`${difference}${report}`, files, root);
    return {
      error,
      tell(logger) {
        if (error) return logger.error(`\n${error.message}`);
        if (report) logger.warn(`\n${report}`);
        for (const line of lines ?? []) logger.info(line);
      },
    };
  };
}

/** A process that is none: a site says by itself what there is to say. */
function siteHost(root: string): CommandProcess {
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
