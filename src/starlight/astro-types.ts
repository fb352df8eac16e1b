/**
 * What the plugin uses of Starlight, Astro and Vite. It is written down here, so that the types of
 * the plugin hold whatever versions of them a site has.
 */

/** What Starlight hands to a plugin. */
export interface SetupContext {
  /** What Astro was asked to do: `dev`, `build`, `preview`, `sync`. */
  command: string;
  astroConfig: { root: URL };
  logger: Logger;
  addIntegration(integration: Integration): void;
}

/** Where the terminal's part of what there is to say goes. */
export interface Logger {
  info(message: string): void;
  warn(message: string): void;
  error(message: string): void;
}

/** An integration of Astro. */
export interface Integration {
  name: string;
  hooks: {
    'astro:config:setup'(options: { updateConfig(config: object): unknown }): void;
  };
}

/** A development server of Vite. */
export interface DevServer {
  ws: {
    clients: { size: number };
    on(event: 'connection', listener: () => void): void;
    off(event: 'connection', listener: () => void): void;
  };
  environments: { client: { hot: { send(message: object): void } } };
}
