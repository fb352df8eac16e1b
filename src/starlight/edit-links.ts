import type { WholePage } from '../commands/build/make-pages.ts';
import { editUrl } from '../commands/edit-url.ts';
import { relativePath } from '../file/paths.ts';
import type { DevServer } from './astro-types.ts';

/** Links "Edit page" of the pages of a site to their sources. */
export class EditLinks {
  /** The module with the route middleware. Vite loads it, so that a cached build is aware of changes. */
  readonly entrypoint: string;
  readonly #root: string;
  readonly #baseUrl: string;
  #code: string;
  #server: DevServer | undefined;
  /** Whether the server may have loaded other code. */
  #isStale = false;

  /**
   * @param root the folder of the site
   * @param names the sources; a site may have several plugins, each with other sources
   * @param baseUrl `editLink.baseUrl` in the configuration of Starlight
   */
  constructor(root: string, names: readonly string[], baseUrl: string) {
    const name = JSON.stringify(names).replace(/\W/g, (each) => `-${each.charCodeAt(0)}-`);
    this.entrypoint = `virtual:starlight-credits/edit-links${name}`;
    this.#root = root;
    this.#baseUrl = baseUrl.endsWith('/') ? baseUrl : `${baseUrl}/`;
    this.#code = middleware(this.#baseUrl, {});
  }

  /** Sets the development server that loads the module. */
  serve(server: DevServer): void {
    this.#server = server;
    this.#isStale = false;
  }

  /** Sets the pages. */
  update(pages: readonly WholePage[]): void {
    const links = pages.map(({ path, source }) => [
      relativePath(this.#root, path),
      editUrl(this.#root, source, this.#baseUrl),
    ]);
    const code = middleware(this.#baseUrl, Object.fromEntries(links));
    if (code === this.#code) return;
    this.#code = code;
    this.#isStale = true;
  }

  get isStale(): boolean {
    return this.#isStale;
  }

  /** Loads the module again if the pages have changed. Astro then reloads the browser. */
  reload(): void {
    if (!this.#isStale) return;
    this.#isStale = false;
    for (const environment of Object.values(this.#server?.environments ?? {})) {
      const module = environment.moduleGraph.getModuleById(this.#resolved);
      if (module) environment.reloadModule(module);
    }
  }

  get #resolved(): string {
    return `\0${this.entrypoint}`;
  }

  /** The Vite plugin that loads the module. */
  get vitePlugin() {
    return {
      name: 'starlight-credits-edit-links',
      resolveId: (id: string) => (id === this.entrypoint ? this.#resolved : undefined),
      load: (id: string) => (id === this.#resolved ? this.#code : undefined),
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
