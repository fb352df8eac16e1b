/** The plugin for Starlight. It loads the rest when Starlight calls its hook. */
import type { SetupContext } from './astro-types.ts';

/** Options of `starlightCredits`. */
export interface StarlightCreditsOptions {
  /**
   * The path of the source, or a list of paths, relative to the root of the Astro project.
   *
   * @default 'credits.yaml', or 'credits.yml' if only that exists
   */
  source?: string | readonly string[];
  /**
   * Whether `astro build` writes nothing, and fails if a page is out of date. Use it in CI. It has no
   * effect in `astro dev`.
   *
   * @default false
   */
  check?: boolean;
}

/**
 * A Starlight plugin.
 *
 * @see https://starlight.astro.build/reference/plugins/
 */
export interface StarlightCreditsPlugin {
  /** `starlight-credits`. */
  name: string;
  /** Builds the pages when Starlight is set up. */
  hooks: { 'config:setup'(context: SetupContext): Promise<void> };
}

/**
 * A Starlight plugin that builds the credits page before `astro build` and `astro dev`, and in
 * development whenever the source changes. An invalid source fails the build; in development, its
 * errors are shown in the overlay.
 *
 * The hook rejects with a `TypeError` if an option is invalid, and with an error that lists all
 * errors if a source is invalid, or a page is out of date with `check`.
 *
 * @see https://starlight.astro.build/reference/plugins/
 * @example
 * // astro.config.mjs
 * import starlight from '@astrojs/starlight'
 * import { defineConfig } from 'astro/config'
 * import starlightCredits from 'starlight-credits/starlight'
 *
 * export default defineConfig({
 *   integrations: [starlight({ title: 'My docs', plugins: [starlightCredits()] })],
 * })
 */
export default function starlightCredits(
  options: StarlightCreditsOptions = {},
): StarlightCreditsPlugin {
  return {
    name: 'starlight-credits',
    hooks: {
      async 'config:setup'(context) {
        const { setup } = await import('./setup.ts');
        await setup(options, context);
      },
    },
  };
}
