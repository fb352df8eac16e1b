import type { WholePage } from '../commands/build/make-pages.ts';
import { editUrl } from '../commands/edit-url.ts';
import { relativePath } from '../file/paths.ts';
import type { DevServer } from './astro-types.ts';

/** The module with the route middleware. Vite loads it, so that a cached build is aware of changes. */
export const EDIT_LINKS = 'virtual:starlight-credits/edit-links';

const RESOLVED = `\0${EDIT_LINKS}`;

/** Links "Edit page" of the pages of a site to their sources. */
export class EditLinks {
  readonly #root: string;
  readonly #baseUrl: string;
  #code: string;

  /**
   * @param root the folder of the site
   * @param baseUrl `editLink.baseUrl` in the configuration of Starlight
   */
  constructor(root: string, baseUrl: string) {
    this.#root = root;
    this.#baseUrl = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
    this.#code = middleware(this.#baseUrl, {});
  }

  /** Sets the pages. If they differ from those before, a development server loads them. */
  update(pages: readonly WholePage[], server?: DevServer): void {
    const links = pages.map(({ path, source }) => [
      relativePath(this.#root, path),
      editUrl(this.#root, source, this.#baseUrl),
    ]);
    const code = middleware(this.#baseUrl, Object.fromEntries(links));
    if (code === this.#code) return;
    this.#code = code;
    for (const environment of Object.values(server?.environments ?? {})) {
      const module = environment.moduleGraph.getModuleById(RESOLVED);
      if (module) environment.reloadModule(module);
    }
  }

  /** The Vite plugin that loads the module. */
  get vitePlugin() {
    return {
      name: 'starlight-credits-edit-links',
      resolveId: (id: string) => (id === EDIT_LINKS ? RESOLVED : undefined),
      load: (id: string) => (id === RESOLVED ? this.#code : undefined),
    };
  }
}

/**
 * Returns the code of the route middleware. It only replaces the URL that Starlight sets by default, so
 * that `editUrl` in the front matter takes precedence. A fallback page in another language has
 * the path of the page in the default language.
 *
 * @param links the URLs of sources, by the paths of their pages
 * @see https://starlight.astro.build/guides/route-data/
 */
function middleware(baseUrl: string, links: Record<string, string | undefined>): string {
  return `const links = new Map(Object.entries(${JSON.stringify(links)}));
export function onRequest({ locals: { starlightRoute: route } }) {
  const { filePath, data } = route.entry;
  const url = links.get(filePath);
  if (url === undefined || typeof data.editUrl === 'string') return;
  if (route.editUrl?.href !== new URL(${JSON.stringify(baseUrl)} + filePath).href) return;
  route.editUrl = new URL(url);
}
`;
}
