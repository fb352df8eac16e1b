import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import { cut, printable } from '../text/printable.ts';
import type { Range } from '../text/range.ts';
import { type Args, type Code, codes, type Severity } from './codes.ts';
import { settingsOf } from './settings.ts';

/**
 * Reports a diagnostic. Without a range, it is about the whole file. The message names the `views` that
 * it is about.
 */
export type Report = <C extends Code>(
  code: C,
  range: Range | undefined,
  args: Args<C>,
  views?: readonly string[],
) => void;

/** The values of `fatal` in messages of files. */
const FATAL = { error: true, warning: false, info: undefined } as const;

/** Returns a function that reports diagnostics as messages of a file, with the settings of the file. */
export function reportTo(file: VFile): Report {
  let place: ReturnType<typeof location> | undefined;
  return (code, range, args, views) => {
    const level = levelIn(file, code, range);
    if (level === 'off') return;
    place ??= location(file);
    const start = range && place.toPoint(range.start);
    const end = range && place.toPoint(range.end);
    const { message, help } = wordingOf(code, args);
    const added = withoutStackTraces(() =>
      file.message(views ? `${message} (in ${listed(views)})` : message, {
        ...(start && end && { place: { start, end } }),
        ruleId: code,
        source: 'starlight-credits',
      }),
    );
    added.fatal = FATAL[level];
    added.note = help;
  };
}

/** Returns the severity of a diagnostic in a file; `off` if a rule or a comment silences it. */
export function levelIn(file: VFile, code: Code, range: Range | undefined): Severity | 'off' {
  const { levels, ignores } = settingsOf(file);
  // A comment counts as used even if the diagnostic is off.
  if (range && ignores.ignores(code, range)) return 'off';
  return levels.get(code) ?? codes[code].severity;
}

/** Creates errors whose stack traces nobody reads. Capturing these takes most of their time. */
export function withoutStackTraces<T>(create: () => T): T {
  const limit = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return create();
  } finally {
    Error.stackTraceLimit = limit;
  }
}

function listed(views: readonly string[]): string {
  const names = views.map((view) => cut(printable(view), MAX_LENGTH));
  const shown = names.length > 3 ? [...names.slice(0, 2), `${names.length - 2} more views`] : names;
  return shown.length > 1 ? `${shown.slice(0, -1).join(', ')} and ${shown.at(-1)}` : `${shown[0]}`;
}

/** Returns the severity of a message of a file. */
export function severityOf({ fatal }: VFile['messages'][number]): Severity {
  if (fatal) return 'error';
  return fatal === false ? 'warning' : 'info';
}

/** Whether a message of a file is an error, or a warning, which `--strict` treats as one. */
export function isErrorOrWarning(message: VFile['messages'][number]): boolean {
  return severityOf(message) !== 'info';
}

/**
 * Reports a stack overflow: the parsers of YAML and Markdown are recursive.
 *
 * @throws any other error
 */
export function reportTooDeep(error: unknown, report: Report): void {
  if (!(error instanceof RangeError)) throw error;
  report('source-too-deep', undefined, {});
}

/** Returns the message and help of a diagnostic. */
export function wordingOf<C extends Code>(
  code: C,
  args: Args<C>,
): { message: string; help: string } {
  const { message, help } = codes[code] as (typeof codes)[Code];
  const readable = readableArgs(args) as never;
  return { message: message(readable), help: help(readable) };
}

/** The maximum length of a text of the user in a message, and of a whole sentence or command. */
const MAX_LENGTH = 120;
const MAX_SENTENCE = 600;

/** The maximum number of texts in a list. */
const MAX_LIST = 30;

/** Returns the arguments of a message without controls, cut to what a person reads. */
function readableArgs<T extends object>(args: T): T {
  const readable = (value: unknown, key: string): unknown => {
    if (typeof value === 'string') {
      return cut(printable(value), SENTENCES.has(key) ? MAX_SENTENCE : MAX_LENGTH);
    }
    if (Array.isArray(value)) {
      const shown = value.slice(0, MAX_LIST).map((item) => readable(item, key));
      return value.length > MAX_LIST ? [...shown, '…'] : shown;
    }
    return value !== null && typeof value === 'object' ? readableArgs(value) : value;
  };
  return Object.fromEntries(
    Object.entries(args).map(([key, value]) => [key, readable(value, key)]),
  ) as T;
}

/** The arguments that are not a text of the user alone. */
const SENTENCES = new Set(['message', 'help', 'reason', 'remedy', 'command', 'path', 'root']);

/** Sorts the messages of a file by position, and removes duplicates. */
export function sortAndDedupeMessages(file: VFile): void {
  const seen = new Set<string>();
  file.messages = file.messages
    .filter((message) => {
      const key = `${message.line}:${message.column} ${message.ruleId} ${message.reason}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => (a.line ?? 1) - (b.line ?? 1) || (a.column ?? 1) - (b.column ?? 1));
}

/** Returns the first error among the messages of a file, or `undefined` if there is none. */
export function firstError(file: VFile) {
  return file.messages.find((message) => message.fatal);
}
