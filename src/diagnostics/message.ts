import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { type Args, type Code, codes } from './codes.ts';
import type { Range } from './report.ts';

/** Where the lines of files begin. */
const locations = new WeakMap<VFile, ReturnType<typeof location>>();

/** Puts a diagnostic on a file, in its words, and where it belongs in its text. */
export function addMessage<C extends Code>(
  file: VFile,
  code: C,
  range: Range | undefined,
  args: Args<C>,
): void {
  const { message, help } = wordsOf(code, args);
  const known = locations.get(file) ?? location(file);
  locations.set(file, known);
  const { toPoint } = known;
  const start = range && toPoint(range.start);
  const end = range && toPoint(range.end);
  const note = file.message(message, {
    ...(start && end && { place: { start, end } }),
    ruleId: code,
    source: 'starlight-credits',
  });
  note.fatal = codes[code].severity === 'error';
  note.note = help;
}

/** What a diagnostic says. */
export function wordsOf<C extends Code>(code: C, args: Args<C>): { message: string; help: string } {
  const { message, help } = codes[code] as (typeof codes)[Code];
  return { message: message(args as never), help: help(args as never) };
}
