/** A source → its page, in memory. */
import { VFile } from 'vfile';
import { allTools } from '../all-tools.ts';
import { firstError, sortMessages } from '../diagnostics/report.ts';
import { WHOLE, wholeDisplay } from '../model/view.ts';
import { checkSource, pageText, readSourceSync } from '../pipeline.ts';
import type { Format, MarkdownOptions } from '../types.ts';

/** A source that was written, and what it comes to. */
export interface BuiltSource {
  /** What is wrong with it, if anything. */
  error: string | undefined;
  /** The page, written with other options than those of the source if there are some. */
  text(options?: MarkdownOptions): string;
}

export function buildSource(yaml: string, format: Format): BuiltSource {
  const file = new VFile({ path: 'credits.yaml', value: yaml });
  const read = readSourceSync(file, allTools.parseYaml);
  const place = { display: read ? wholeDisplay(read.page) : WHOLE, format };
  const checked = read && checkSource(read, [place], allTools, file);
  sortMessages(file);
  const error = firstError(file)?.reason;
  if (!checked || error !== undefined) return { error, text: () => '' };
  return { error, text: (options) => pageText(checked, place, options) };
}
