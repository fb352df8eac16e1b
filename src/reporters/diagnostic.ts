import type { VFile } from 'vfile';
import type { Severity } from '../diagnostics/codes.ts';
import { severityOf } from '../diagnostics/report.ts';
import { cut } from '../text/printable.ts';

/** A diagnostic, as `--reporter json` prints it. */
export interface Diagnostic {
  /** Relative to the current folder, with `/`. */
  file: string;
  /** 1-based. */
  line: number;
  /** 1-based, in UTF-16 code units. */
  column: number;
  endLine: number;
  /** Exclusive. */
  endColumn: number;
  severity: Severity;
  code: string;
  message: string;
  help: string;
}

/** The maximum length of a path. No file system has a longer one. */
const MAX_PATH = 4096;

/** The name of standard input. */
const STDIN = '<stdin>';

export function diagnosticsOf(file: VFile): Diagnostic[] {
  return file.messages.map((each) => {
    const { place, ruleId, reason, note } = each;
    const { start, end } = place && 'start' in place ? place : { start: undefined, end: undefined };
    return {
      file: cut(file.path ?? STDIN, MAX_PATH),
      line: start?.line ?? 1,
      column: start?.column ?? 1,
      endLine: end?.line ?? 1,
      endColumn: end?.column ?? 1,
      severity: severityOf(each),
      code: ruleId ?? '',
      message: reason,
      help: note ?? '',
    };
  });
}
