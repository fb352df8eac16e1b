import type { TextEdit } from '../text/text-edits.ts';
import type { Addition, Changes } from './changes.ts';
import { indentLines, renderBlock, renderFlow } from './render-value.ts';
import { type Item, isMap } from './yaml-items.ts';
import type { YamlText } from './yaml-text.ts';

/** Returns the edits that add and remove entries or items of a block, which are whole lines. */
export function blockEdits(changes: Changes, text: YamlText): TextEdit[] {
  const { items, removed, added } = changes;
  if (items.length > 0 && removed.size === items.length) return [replaceAll(changes, text)];
  const blank = added.size > 0 && isSpaced(items, text) ? '\n' : '';
  const additions = [...added].map(([index, each]) => addLines(index, each, blank, changes, text));
  return [...additions, ...runsOf(removed).map(([from, to]) => removeLines(from, to, items, text))];
}

/** Returns the first and the last number of each run of consecutive numbers. */
function runsOf(numbers: ReadonlySet<number>): [number, number][] {
  const runs: [number, number][] = [];
  for (const number of [...numbers].sort((a, b) => a - b)) {
    const last = runs.at(-1);
    if (last?.[1] === number - 1) last[1] = number;
    else runs.push([number, number]);
  }
  return runs;
}

/** Replaces all entries or items by others. */
function replaceAll({ items, added, collection }: Changes, text: YamlText): TextEdit {
  const { start } = items[0] as Item;
  const { end } = items.at(-1) as Item;
  const rendered = renderAll([...added.values()].flat(), items, text);
  const empty = isMap(collection) ? '{}' : '[]';
  const lines = rendered.join(`\n${indentationOf(items, text)}`) || empty;
  const isWhole = text.text[end - 1] === '\n';
  return { start, end, replacement: text.withLineBreaks(isWhole ? `${lines}\n` : lines) };
}

function removeLines(from: number, to: number, items: readonly Item[], text: YamlText): TextEdit {
  const first = items[from] as Item;
  const next = items[to + 1];
  if (next && !text.startsLine(first.start)) {
    // The first one is on the line of the dash or key of the block.
    return { start: first.start, end: next.comments[0] ?? next.start, replacement: '' };
  }
  const end = text.lineEnd((items[to] as Item).end);
  let start = startWithComments(first, text);
  if (!next || text.isBlankLine(end)) {
    // Of the blank lines above and below, one run stays.
    const previousEnd = items[from - 1]?.end ?? start;
    while (text.isAfterBlankLine(start) && text.lineStart(start - 1) >= previousEnd) {
      start = text.lineStart(start - 1);
    }
  }
  return { start, end, replacement: '' };
}

/** Returns the start of the line of an item, or of the comments right above it. */
function startWithComments({ start, comments }: Item, text: YamlText): number {
  let line = text.lineStart(start);
  for (const comment of comments.toReversed()) {
    if (!text.startsLine(comment) || text.lineEnd(comment + 1) !== line) break;
    line = text.lineStart(comment);
  }
  return line;
}

/**
 * Returns the end of the last line of an item, or of the comments below that are indented more than a column,
 * with the blank lines between them. What is removed may begin with such comments.
 */
function endWithComments({ end }: Item, column: number | undefined, text: YamlText): number {
  if (column === undefined) return text.lineEnd(end);
  const comments = new RegExp(`(?:(?:\\s*\\n)? {${column + 1},}#[^\\n]*\\n?)*`, 'y');
  comments.lastIndex = text.lineEnd(end);
  comments.test(text.text);
  return comments.lastIndex;
}

function addLines(
  index: number,
  additions: readonly Addition[],
  blank: string,
  { items, removed }: Changes,
  text: YamlText,
): TextEdit {
  const first = items[0] as Item;
  let before = index - 1;
  while (removed.has(before)) before -= 1;
  const previous = items[before];
  const indentation = indentationOf(items, text);
  const rendered = renderAll(additions, items, text);
  if (!previous && !text.startsLine(first.start)) {
    const lines = rendered.map((each) => `${each}\n${indentation}`).join('');
    return { start: first.start, end: first.start, replacement: text.withLineBreaks(lines) };
  }
  const offset = previous
    ? endWithComments(previous, removed.size > 0 ? undefined : indentation.length, text)
    : startWithComments(first, text);
  const lines = rendered.map((each) => indentation + each).join(`\n${blank}`);
  const replacement = text.linesAt(offset, previous ? blank + lines : lines + blank);
  return { start: offset, end: offset, replacement };
}

function indentationOf([first]: readonly Item[], text: YamlText): string {
  return ' '.repeat(text.column((first as Item).start));
}

/** Whether there are blank lines between all items. */
function isSpaced(items: readonly Item[], text: YamlText): boolean {
  const others = items.slice(1);
  return (
    others.length > 0 &&
    others.every((item) => text.isAfterBlankLine(startWithComments(item, text)))
  );
}

/** Renders entries or items in the style of those beside them. Their first lines are not indented. */
function renderAll(
  additions: readonly Addition[],
  items: readonly Item[],
  text: YamlText,
): string[] {
  const { formatting } = text;
  const column = text.column((items[0] as Item).start);
  const isFlow = items.some((item) => item.value?.type === 'flow-collection');
  return additions.map(({ key, value }) => {
    if (key !== undefined) return indentLines(renderBlock({ [key]: value }, formatting), column);
    const rendered =
      isFlow && typeof value === 'object'
        ? renderFlow(value, formatting)
        : renderBlock(value, formatting);
    return `- ${indentLines(rendered, column + 2)}`;
  });
}
