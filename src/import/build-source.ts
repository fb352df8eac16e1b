/** A source → its page, in memory. */
import { VFile } from 'vfile';
import { firstError } from '../diagnostics/report.ts';
import { wholeDisplay } from '../model/view.ts';
import { loadPageSync, pageTree } from '../pipeline.ts';
import { stringify } from '../stringify/stringify.ts';
import { syncLanguages } from '../sync-languages.ts';
import type { Format, MarkdownOptions, Page } from '../types.ts';

/** A source that was written, and what it comes to. */
export interface BuiltSource {
  /** What is wrong with it, if anything. */
  error: string | undefined;
  /** The page, written with other options than those of the source if there are some. */
  text(options?: MarkdownOptions): string;
}

export function buildSource(yaml: string, format: Format): BuiltSource {
  const file = new VFile({ path: 'credits.yaml', value: yaml });
  const placeOf = (page: Page) => ({ display: wholeDisplay(page), format });
  const checked = loadPageSync(file, (page) => [placeOf(page)], syncLanguages);
  const error = firstError(file)?.reason;
  if (!checked || error !== undefined) return { error, text: () => '' };
  const tree = pageTree(checked, placeOf(checked.page));
  return {
    error,
    text: (options) =>
      stringify(tree, format, options ?? checked.page.markdown, syncLanguages.serializers[format]),
  };
}
