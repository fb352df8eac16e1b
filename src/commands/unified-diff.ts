import { createTwoFilesPatch } from 'diff';
import pc from 'picocolors';

/** The maximum number of added and removed lines to compare line by line, in quadratic time. */
const MAX_EDITS = 4000;

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
  const { bold, cyan, red, green } = pc.createColors(color);
  const [from = '', to = '', ...lines] = patch.split('\n');
  const painted = lines.map((line) => {
    if (line.startsWith('@@')) return cyan(line);
    if (line.startsWith('-')) return red(line);
    return line.startsWith('+') ? green(line) : line;
  });
  return [bold(from), bold(to), ...painted].join('\n');
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
