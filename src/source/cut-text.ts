import type { Report } from '../diagnostics/report.ts';
import { type Comment, commentsOf } from './comments.ts';
import { quoteScalar } from './quote-scalar.ts';
import type { Source } from './source.ts';

/** A `#` without a space after it, as in `issue #12`. Lines such as `#----` have no text. */
const TEXT = /^#+[^\s#].*?[A-Za-z\d\u00aa-\uffff]|^#+[A-Za-z\d\u00aa-\uffff]/;

/** Reports text after ` #`, which YAML reads as a comment and silently leaves out. */
export function reportCutText(source: Source, report: Report): void {
  const { text } = source;
  if (!/[ \t\n\r]#+[^\s#]/.test(text)) return;
  for (const comment of commentsOf(source)) {
    if (!TEXT.test(comment.text) || !isCut(comment, text)) continue;
    const { start, end, before } = comment;
    const whole = text.slice(before?.start, end).replace(/\s+/g, ' ').trim();
    report('yaml-comment', { start, end }, { comment: comment.text, text: quoteScalar(whole) });
  }
}

/** Whether a comment directly follows an unquoted text, or is in its place. */
function isCut({ start, text: written, before, isAlone }: Comment, text: string): boolean {
  if (before?.style !== 'plain' && before?.style !== 'absent') return false;
  const between = text.slice(before.end, start);
  if (!isAlone) return /^[ \t]*$/.test(between);
  // A line that looks like the next one of the text. Other comments on lines of their own are
  // probably keys or items that are not in use.
  return (
    before.style === 'plain' &&
    /^#\d/.test(written) &&
    /^[ \t]*\r?\n[ \t]*$/.test(between) &&
    columnOf(start, text) > indentOf(before.start, text)
  );
}

function columnOf(at: number, text: string): number {
  return at - (text.lastIndexOf('\n', at - 1) + 1);
}

/** Returns the indentation of the line of an offset. */
function indentOf(at: number, text: string): number {
  const line = text.slice(text.lastIndexOf('\n', at - 1) + 1, at);
  return line.length - line.trimStart().length;
}
