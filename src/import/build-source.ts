/** A source → its page, in memory. */
import { VFile } from 'vfile';
import { firstError } from '../diagnostics/report.ts';
import { checkPage, pageTree, shownWhole } from '../pipeline.ts';
import type { MarkdownOptions } from '../schema/markdown-options-shape.ts';
import type { Format } from '../schema/output-shape.ts';
import { stringify } from '../stringify/stringify.ts';

/** A source that was written, and what it comes to. */
export interface Built {
  /** What is wrong with it, if anything. */
  error: string | undefined;
  /** The page, written with other options than those of the source if there are some. */
  text(options?: MarkdownOptions): string;
}

export function build(yaml: string, format: Format): Built {
  const file = new VFile({ path: 'credits.yaml', value: yaml });
  const checked = checkPage(file, { shownIn: (page) => [shownWhole(page, format)] });
  const tree = checked && pageTree(checked, shownWhole(checked.page, format));
  return {
    error: firstError(file)?.reason,
    text: (options) => (tree ? stringify(tree, format, options ?? checked.page.markdown) : ''),
  };
}
