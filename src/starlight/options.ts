/** Options of `starlightCredits`. */
export interface StarlightCreditsOptions {
  /**
   * The path of the source, or a list of paths. They are relative to the root of the Astro project.
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
  /**
   * Whether to replace a page even if that drops most of its text, and Git cannot restore it.
   *
   * @default false
   */
  force?: boolean;
}
