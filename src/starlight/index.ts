/** The plugin for Starlight. What it does is loaded when Starlight asks for it. */
import type { SetupContext } from './astro-types.ts';

/** What the plugin takes. */
export interface StarlightCreditsOptions {
  /**
   * The source, or several: paths relative to the root of the Astro project.
   *
   * @default 'credits.yaml', else 'credits.yml'
   */
  source?: string | readonly string[];
  /**
   * Whether `astro build` writes nothing and fails if a page is out of date, as is good in CI.
   *
   * @default false
   */
  check?: boolean;
}

/** A plugin of Starlight. */
export interface StarlightCreditsPlugin {
  name: string;
  hooks: { 'config:setup'(context: SetupContext): Promise<void> };
}

/**
 * Writes the credits page before `astro build` and `astro dev` read it, and writes it again in
 * development whenever the source changes. An invalid source fails the build; in development it is
 * told over the page.
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
