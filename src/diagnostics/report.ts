import type { VFile } from 'vfile';
import type { Args, Code } from './codes.ts';
import { addMessage } from './message.ts';

/**
 * A part of a source: offsets in UTF-16 code units, from 0, the end exclusive. A byte order mark
 * does not count.
 */
export interface Range {
  start: number;
  end: number;
}

/** Puts a diagnostic on a file. Without a range it is about the file as a whole. */
export type Report = <C extends Code>(code: C, range: Range | undefined, args: Args<C>) => void;

/** A report function whose messages land on `file`, located in its text. */
export function reporterOn(file: VFile): Report {
  return (code, range, args) => addMessage(file, code, range, args);
}

/** Brings the messages of a file into source order, each one once. */
export function sortMessages(file: VFile): void {
  const seen = new Set<string>();
  file.messages = file.messages
    .filter((message) => {
      const key = `${message.line}:${message.column} ${message.ruleId} ${message.reason}`;
      return !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => (a.line ?? 1) - (b.line ?? 1) || (a.column ?? 1) - (b.column ?? 1));
}

/** The first error among the messages of a file. */
export function firstError(file: VFile) {
  return file.messages.find((message) => message.fatal);
}
