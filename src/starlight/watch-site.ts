import type { FileWatcher } from '../file/watch-files.ts';
import type { DevServer, Logger } from './astro-types.ts';
import type { CreditsError } from './credits-error.ts';
import type { EditLinks } from './edit-links.ts';
import type { BuiltSite } from './site-builder.ts';

/** The delay in milliseconds after which the browser is reloaded, in which Astro reads a page that has changed. */
const RELOAD_DELAY = 3000;

/** How a site is built and watched. */
interface WatchOptions {
  /** Watches the sources. It is closed with the server. */
  watcher: FileWatcher;
  build(): Promise<BuiltSite>;
  /** The error of the first build. */
  error: CreditsError | undefined;
  editLinks: EditLinks | undefined;
  logger: Logger;
}

/**
 * Builds whenever a source changes, or a picture appears or vanishes. Astro reloads a page that has changed. An
 * error is shown in the overlay until it is fixed, also in browsers that connect later.
 *
 * @returns a function that stops watching
 */
export function watchSite(
  server: DevServer,
  { watcher, build, error, editLinks, logger }: WatchOptions,
): () => void {
  const { hot } = server.environments.client;
  let current = error;
  let timer: NodeJS.Timeout | undefined;

  const show = () => {
    // Without a client, Vite buffers the message and shows it even if the error is fixed by then.
    if (current && server.ws.clients.size > 0) hot.send(current.overlay);
  };
  const reload = () => {
    editLinks?.reload();
    hot.send({ type: 'full-reload', path: '*' });
  };
  const update = async () => {
    const before = current;
    const built = await build();
    watcher.addFolders(built.pictureFolders);
    current = built.error;
    if (current) show();
    else if (before || editLinks?.isStale) {
      clearTimeout(timer);
      // If the page is unchanged, Astro does not reload it, and the overlay would stay. Otherwise, it reloads the
      // browser twice: when a file changes after an error, and when it has read the page. The second is lost
      // if the first, which shows the previous page, has not ended.
      if (built.isChanged) timer = setTimeout(reload, RELOAD_DELAY).unref();
      else reload();
    }
    return { built, isDifferent: current?.message !== before?.message };
  };
  const watch = async () => {
    // A source may have changed between the first build and now.
    const { built, isDifferent } = await update();
    if (isDifferent) built.log(logger);
    while ((await watcher.next()).length > 0) {
      const { built } = await update();
      built.log(logger);
    }
  };

  server.ws.on('connection', show);
  watch().catch((failure) => logger.error(String(failure)));
  return () => {
    clearTimeout(timer);
    server.ws.off('connection', show);
    watcher.close();
  };
}
