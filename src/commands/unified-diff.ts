import { createTwoFilesPatch } from 'diff';
import { colorsFor } from '../text/colors.ts';
import { cut, printable, printableLines } from '../text/printable.ts';

/**
 * The maximum number of added and removed lines to compare line by line, in quadratic time: 0.3 seconds.
 * Texts that differ more are shown one after the other.
 */
const MAX_EDITS = 2000;

/** Returns a unified diff of two texts. */
export function unifiedDiff(
  oldName: string,
  newName: string,
  oldText: string,
  newText: string,
  color: boolean,
): string {
  const found = createTwoFilesPatch(oldName, newName, oldText, newText, undefined, undefined, {
    maxEditLength: MAX_EDITS,
  });
  const patch = (found ?? replacement(oldName, newName, oldText, newText)).replace(/^=+\n/, '');
  const { bold, cyan, red, green } = colorsFor(color);
  const [from = '', to = '', ...lines] = patch.split('\n');
  const painted = readableLines(lines).map((line) => {
    if (line.startsWith('@@')) return cyan(line);
    if (line.startsWith('-')) return red(line);
    return line.startsWith('+') ? green(line) : line;
  });
  return [bold(printable(from)), bold(printable(to)), ...painted].join('\n');
}

/** The maximum length of a line that is printed, and of its part before the first difference. */
const MAX_LINE = 1000;
const MAX_LEAD = 100;

/** Returns lines without controls. A long one is cut to the part that differs from its counterpart. */
function readableLines(lines: readonly string[]): string[] {
  let start = 0;
  return lines.map((line, index) => {
    const mark = line.charAt(0);
    if (!isChange(mark)) start = index + 1;
    if (line.length <= MAX_LINE) return printableLines(line);
    let middle = start;
    while (lines[middle]?.startsWith('-')) middle += 1;
    const other = mark === '-' ? lines[middle + index - start] : lines[start + index - middle];
    const from = isChange(mark) ? Math.max(0, commonLength(line, other) - MAX_LEAD) : 0;
    const lead = from > 0 ? `${mark}…` : mark;
    return printableLines(lead + cut(line.slice(1 + from), MAX_LINE));
  });
}

function isChange(mark: string): boolean {
  return mark === '-' || mark === '+';
}

/** Returns the length of the common start of two lines, without their marks. */
function commonLength(line: string, other = ''): number {
  let length = 0;
  while (length < other.length - 1 && line[length + 1] === other[length + 1]) length += 1;
  return length;
}

/** Lines of context around a difference, as in `diff -u`. */
const CONTEXT_LINES = 3;

/** Returns a diff with a single hunk, from the first line that differs to the last one. */
function replacement(oldName: string, newName: string, oldText: string, newText: string): string {
  const [before, after] = [splitLines(oldText), splitLines(newText)];
  const least = Math.min(before.length, after.length);
  let same = 0;
  while (same < least && before[same] === after[same]) same += 1;
  let end = 0;
  while (end < least - same && before.at(-1 - end) === after.at(-1 - end)) end += 1;
  const first = Math.max(0, same - CONTEXT_LINES);
  const rest = Math.max(0, end - CONTEXT_LINES);
  const pieces = [
    ...before.slice(first, same).map((line) => ` ${line}`),
    ...before.slice(same, before.length - end).map((line) => `-${line}`),
    ...after.slice(same, after.length - end).map((line) => `+${line}`),
    ...before.slice(before.length - end, before.length - rest).map((line) => ` ${line}`),
  ];
  const [removed, added] = [before.length - rest - first, after.length - rest - first];
  // An empty range is given by the line before it.
  const from = (count: number) => `${first + Math.sign(count)},${count}`;
  const head = `@@ -${from(removed)} +${from(added)} @@\n`;
  return `--- ${oldName}\n+++ ${newName}\n${head}${pieces.join('')}`;
}

/** Splits a text into lines with their line ends. A missing one is marked, as `diff` does. */
function splitLines(text: string): string[] {
  const lines = text === '' ? [] : text.split(/(?<=\n)/);
  return lines.map((line) =>
    line.endsWith('\n') ? line : `${line}\n\\ No newline at end of file\n`,
  );
}
