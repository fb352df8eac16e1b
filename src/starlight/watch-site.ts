import type { FileWatcher } from '../file/watch-files.ts';
import type { DevServer, Logger } from './astro-types.ts';
import type { CreditsError } from './credits-error.ts';
import type { BuiltSite } from './site-builder.ts';

/**
 * Builds whenever a source changes, or a picture appears or vanishes. Astro reloads a page that has changed. An
 * error is shown in the overlay until it is fixed, also in browsers that connect later.
 *
 * @param watcher watches the sources; it is closed with the server
 * @param error the error of the first build
 * @returns a function that stops watching
 */
export function watchSite(
  server: DevServer,
  watcher: FileWatcher,
  build: () => Promise<BuiltSite>,
  error: CreditsError | undefined,
  logger: Logger,
): () => void {
  const { hot } = server.environments.client;
  let current = error;

  const show = () => {
    // Without a client, Vite buffers the message and shows it even if the error is fixed by then.
    if (current && server.ws.clients.size > 0) hot.send(current.overlay);
  };
  const update = async () => {
    const before = current;
    const built = await build();
    watcher.addFolders(built.pictureFolders);
    current = built.error;
    if (current) show();
    // If the page is unchanged, Astro does not reload it, and the overlay would stay.
    else if (before) hot.send({ type: 'full-reload', path: '*' });
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
    server.ws.off('connection', show);
    watcher.close();
  };
}
