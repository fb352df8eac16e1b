import { join } from 'node:path';
import { sourcePaths } from '../commands/find-sources.ts';
import { watchNames } from '../commands/watch-names.ts';
import { folderOfUrl } from '../file/folder-of-url.ts';
import type { DevServer, SetupContext } from './astro-types.ts';
import { EditLinks } from './edit-links.ts';
import type { StarlightCreditsOptions } from './options.ts';
import { siteBuilder } from './site-builder.ts';
import { siteLocales } from './site-locales.ts';
import { siteSources } from './site-sources.ts';
import { watchSite } from './watch-site.ts';

/**
 * Builds the pages, and in development also whenever a source changes.
 *
 * @throws {TypeError} if an option is unknown or has the wrong type
 * @throws {CreditsError} if the pages cannot be built or are out of date, except in development
 */
export async function setup(
  options: StarlightCreditsOptions,
  context: SetupContext,
): Promise<void> {
  const { command, astroConfig, config, logger } = context;
  if (command === 'preview') return;
  const { source, check = false, force = false } = checkOptions(options);
  addGalleryCss(context);
  const root = folderOfUrl(astroConfig.root);
  const names = await siteSources(root, source === undefined ? [] : [source].flat());
  const isDev = command === 'dev';
  const contentFolder = join(folderOfUrl(astroConfig.srcDir), 'content');
  const buildOnce = siteBuilder(
    root,
    names,
    { check: check && !isDev, force },
    { contentFolder, sidebar: config.sidebar, ...siteLocales(context) },
  );
  const editLinks = editLinksOf(root, names, context);
  const build = async () => {
    const built = await buildOnce();
    if (!built.error) editLinks?.update(built.wholePages);
    return built;
  };

  const built = await build();
  if (built.error && !isDev) throw built.error;
  built.log(logger);
  if (editLinks) addVitePlugin(editLinks.vitePlugin, context);
  if (!isDev) return;

  const place = { cwd: () => root };
  const paths = await sourcePaths(names, place);
  let stop = () => {};
  const watching = {
    name: 'starlight-credits',
    configureServer(server: DevServer) {
      editLinks?.serve(server);
      const watcher = watchNames(names, paths, place);
      stop = watchSite(server, { watcher, build, error: built.error, editLinks, logger });
    },
    closeBundle: () => stop(),
  };
  addVitePlugin(watching, context);
}

function addVitePlugin(plugin: { name: string }, { addIntegration }: SetupContext): void {
  addIntegration({
    name: plugin.name,
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({ vite: { plugins: [plugin] } });
      },
    },
  });
}

/** Adds the route middleware for the links "Edit page", if the site has them. */
function editLinksOf(
  root: string,
  names: readonly string[],
  { config, addRouteMiddleware }: SetupContext,
): EditLinks | undefined {
  const baseUrl = config.editLink?.baseUrl;
  // Starlight reports a URL that is not valid.
  if (!baseUrl || !URL.canParse(baseUrl)) return;
  // The middleware of the site comes later, and takes precedence.
  const links = new EditLinks(root, names, baseUrl);
  addRouteMiddleware({ entrypoint: links.entrypoint, order: 'pre' });
  return links;
}

/** Adds the style sheet of galleries once, before those of the user, which take precedence. */
function addGalleryCss({ config: { customCss = [] }, updateConfig }: SetupContext): void {
  const own = 'starlight-credits/gallery.css';
  if (!customCss.includes(own)) updateConfig({ customCss: [own, ...customCss] });
}

/**
 * Checks the options, as most Astro configs are not type-checked.
 *
 * @throws {TypeError} if an option is unknown or has the wrong type
 */
function checkOptions(options: StarlightCreditsOptions): StarlightCreditsOptions {
  const invalid = (problem: string) => new TypeError(`starlightCredits(): ${problem}`);
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw invalid('the options must be an object, such as { source: "credits.yaml" }');
  }
  const { source, check, force, ...others } = options;
  for (const name of Object.keys(others)) {
    throw invalid(`unknown option "${name}"; use one of: source, check, force`);
  }
  const names: unknown[] = source === undefined ? [] : [source].flat();
  if (!names.every((name) => typeof name === 'string' && name !== '-')) {
    throw invalid('"source" must be a path or a list of paths');
  }
  for (const [name, value] of Object.entries({ check, force })) {
    if (value !== undefined && typeof value !== 'boolean') {
      throw invalid(`"${name}" must be true or false`);
    }
  }
  return options;
}
