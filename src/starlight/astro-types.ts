/**
 * The parts of the APIs of Starlight, Astro and Vite that the plugin uses. They are declared here, so
 * that the types of the plugin are valid with every version of these packages.
 */

/**
 * The argument of a plugin's `config:setup` hook.
 *
 * @see https://starlight.astro.build/reference/plugins/#hooksconfigsetup
 */
export interface SetupContext {
  /** The Astro command: `dev`, `build`, `preview` or `sync`. */
  command: string;
  /** Astro's configuration; `root` and `srcDir` are `file:` URLs. */
  astroConfig: { root: URL; srcDir: URL; i18n?: I18n | undefined };
  /** The user's configuration of Starlight. */
  config: {
    customCss?: readonly string[];
    editLink?: { baseUrl?: string };
    sidebar?: readonly unknown[];
    locales?: Locales;
    defaultLocale?: string;
  };
  /** Replaces keys of the configuration of Starlight. */
  updateConfig(config: { customCss: string[] }): void;
  logger: Logger;
  addIntegration(integration: Integration): void;
  addRouteMiddleware(middleware: { entrypoint: string; order: 'pre' }): void;
}

/**
 * The locales of a site by the folder of their pages. Those of `root` are in no folder, and the folder is also
 * the default of `lang`.
 *
 * @see https://starlight.astro.build/reference/configuration/#locales
 */
export type Locales = { [folder: string]: { label?: string; lang?: string } | undefined };

/**
 * The locales of a site in the configuration of Astro, which Starlight uses if it has none of its own.
 *
 * @see https://docs.astro.build/en/reference/configuration-reference/#i18n
 */
interface I18n {
  defaultLocale: string;
  locales: readonly (string | { path: string; codes: readonly [string, ...string[]] })[];
  routing: 'manual' | { prefixDefaultLocale: boolean };
}

/** Astro's logger. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** An Astro integration. */
export interface Integration {
  name: string;
  hooks: {
    'astro:config:setup'(options: { updateConfig(config: object): unknown }): void;
  };
}

/** Vite's development server. */
export interface DevServer {
  ws: {
    clients: { size: number };
    on(event: 'connection', listener: () => void): void;
    off(event: 'connection', listener: () => void): void;
  };
  environments: Record<string, Environment> & { client: Environment };
}

/** Where Vite's development server runs modules: in the browser, or on the server. */
interface Environment<Module = object> {
  hot: { send(message: object): void };
  moduleGraph: { getModuleById(id: string): Module | undefined };
  reloadModule(module: Module): Promise<void>;
}
