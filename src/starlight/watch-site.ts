import { watchFiles } from '../file/watch-files.ts';
import type { DevServer, Logger } from './astro-types.ts';
import type { BuiltSite } from './build-site.ts';
import type { CreditsError } from './credits-error.ts';

/**
 * Builds whenever a source changes. Astro sees the page change, and has the browser load it again;
 * an error is shown over the page until it is mended, also to those who come later.
 *
 * @param paths what to follow
 * @param error what was wrong when the server started
 * @returns what ends it
 */
export function watchSite(
  server: DevServer,
  paths: readonly string[],
  build: () => Promise<BuiltSite>,
  error: CreditsError | undefined,
  logger: Logger,
): () => void {
  const { hot } = server.environments.client;
  const changes = watchFiles(paths);
  let current = error;

  const show = () => {
    // Vite would keep it for the next browser, even if it is mended by then.
    if (current && server.ws.clients.size > 0) hot.send(current.overlay);
  };
  const update = async () => {
    const before = current;
    const built = await build();
    current = built.error;
    if (current) show();
    // The page itself may be as it was before, and then nothing else takes the error away.
    else if (before) hot.send({ type: 'full-reload', path: '*' });
    return { built, isNews: current?.message !== before?.message };
  };
  const run = async () => {
    // A source may have changed since it was built and before it was followed.
    const { built, isNews } = await update();
    if (isNews) built.tell(logger);
    while ((await changes.next()).length > 0) {
      const { built } = await update();
      built.tell(logger);
    }
  };

  server.ws.on('connection', show);
  run().catch((failure) => logger.error(String(failure)));
  return () => {
    server.ws.off('connection', show);
    changes.end();
  };
}
