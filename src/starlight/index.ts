/** The Starlight plugin. Its code is loaded when Starlight calls the hook. */
import type { SetupContext } from './astro-types.ts';
import type { StarlightCreditsOptions } from './options.ts';

export type { StarlightCreditsOptions };

/**
 * A Starlight plugin.
 *
 * @see https://starlight.astro.build/reference/plugins/
 */
export interface StarlightCreditsPlugin {
  /** The name of the plugin: `starlight-credits`. */
  name: string;
  /** The hook that Starlight calls before it is set up. It builds the pages. */
  hooks: { 'config:setup'(context: SetupContext): Promise<void> };
}

/**
 * A Starlight plugin that builds the credits page before `astro build` and `astro dev`, and in
 * development whenever the source changes. Calling it only creates the plugin; all errors are thrown
 * by its hooks. In `astro dev`, the errors of a source are shown in the overlay instead.
 *
 * @param options The sources, and whether to only check the pages, or to replace other text.
 * @throws {Error} In the hook of Astro: if it is in `integrations`, and not in `plugins` of `starlight()`.
 * @throws {TypeError} In the hook: if an option is unknown or has the wrong type.
 * @throws {CreditsError} In the hook: if a source is invalid, a page cannot be written, or a page is
 *   out of date with `check`. The message contains all errors.
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
  const hooks = {
    async 'config:setup'(context: SetupContext) {
      const { setup } = await import('./setup.ts');
      await setup(options, context);
    },
    /** Only Astro calls this hook, and would ignore the plugin silently without it. */
    'astro:config:setup'() {
      throw new Error('move starlightCredits() from "integrations" to "plugins" of starlight()');
    },
  };
  return { name: 'starlight-credits', hooks };
}
