/** A source → its page, in memory. */
import { VFile } from 'vfile';
import { allTools } from '../all-tools.ts';
import { firstError, sortMessages } from '../diagnostics/report.ts';
import { placeOf } from '../model/place.ts';
import { wholeDisplay } from '../model/view.ts';
import { checkSource, pageText, readSourceSync } from '../pipeline.ts';
import type { Format } from '../types.ts';

/** A source that was written, and what it comes to. */
export interface BuiltSource {
  /** What is wrong with it, if anything: the first reason, and where all errors are. */
  error: { reason: string; offsets: number[] } | undefined;
  text: string;
}

export function buildSource(yaml: string, format: Format): BuiltSource {
  const file = new VFile({ path: 'credits.yaml', value: yaml });
  const read = readSourceSync(file, allTools.parseYaml);
  const place = read && placeOf(read.page, wholeDisplay(read.page), format);
  const checked = place && checkSource(read, [place], allTools, file);
  sortMessages(file);
  const first = firstError(file);
  if (checked && !first) return { error: undefined, text: pageText(checked, place) };
  const errors = file.messages.filter(({ fatal }) => fatal);
  const offsets = errors.flatMap(({ place }) => {
    const offset = place && ('start' in place ? place.start : place).offset;
    return offset ?? [];
  });
  return { error: { reason: first?.reason ?? '', offsets }, text: '' };
}
