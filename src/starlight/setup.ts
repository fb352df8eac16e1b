import { resolve } from 'node:path';
import { folderOf } from '../file/folder-of-url.ts';
import { SOURCES } from '../file/read-file.ts';
import type { DevServer, SetupContext } from './astro-types.ts';
import { builderOf } from './build-site.ts';
import type { StarlightCreditsOptions } from './index.ts';
import { watchSite } from './watch-site.ts';

/**
 * Brings the pages up to date, and in development keeps them so.
 *
 * @throws {TypeError} if an option is wrong
 * @throws {CreditsError} if that fails and nobody is there to mend it
 */
export async function setup(
  options: StarlightCreditsOptions,
  { command, astroConfig, logger, addIntegration }: SetupContext,
): Promise<void> {
  if (command === 'preview') return;
  const { source, check = false } = checked(options);
  const root = folderOf(astroConfig.root);
  const names = source === undefined ? [] : [source].flat();
  const isDev = command === 'dev';
  const build = builderOf(root, names, check && !isDev);

  const built = await build();
  if (built.error && !isDev) throw built.error;
  built.tell(logger);
  if (!isDev) return;

  const paths = (names.length > 0 ? names : SOURCES).map((name) => resolve(root, name));
  let stop = () => {};
  const vite = {
    name: 'starlight-credits',
    configureServer(server: DevServer) {
      stop = watchSite(server, paths, build, built.error, logger);
    },
    closeBundle: () => stop(),
  };
  addIntegration({
    name: 'starlight-credits',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [vite] } });
      },
    },
  });
}

/** The options of a plugin, which most configurations have no types for. */
function checked(options: StarlightCreditsOptions): StarlightCreditsOptions {
  const { source, check, ...others } = options;
  const wrong = (what: string) => new TypeError(`starlightCredits(): ${what}`);
  for (const name of Object.keys(others)) {
    throw wrong(`unknown option "${name}"; use one of: source, check`);
  }
  const names: unknown[] = source === undefined ? [] : [source].flat();
  if (!names.every((name) => typeof name === 'string' && name !== '-')) {
    throw wrong('"source" must be a path or a list of paths');
  }
  if (check !== undefined && typeof check !== 'boolean')
    throw wrong('"check" must be true or false');
  return options;
}
