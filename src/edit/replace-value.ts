import type { Scalar } from 'yaml';
import type { TextEdit } from '../text/text-edits.ts';
import { indentLines, renderBlock, renderFlow, type YamlValue } from './render-value.ts';
import { type Collection, type Item, isCollection, type Token, tokenEnd } from './yaml-items.ts';
import type { YamlText } from './yaml-text.ts';

/** Returns the edits that set the value of an entry or item. */
export function replaceValue(
  collection: Collection,
  item: Item,
  value: YamlValue,
  text: YamlText,
): TextEdit[] {
  const { value: old, valueStart } = item;
  const oldEnd = old ? tokenEnd(old) : valueStart;
  const space = /\s/.test(text.text.charAt(valueStart - 1)) ? '' : ' ';
  if (collection.type === 'flow-collection') {
    const replacement = renderFlow(value, text.formatting);
    if (old && oldEnd > old.offset) return [{ start: old.offset, end: oldEnd, replacement }];
    // Without a value, an entry may end with its colon, as in `{a:, b: c}`, or have none, as in `{a}`.
    const colon = item.key === undefined || item.hasColon ? '' : ': ';
    return [{ start: valueStart, end: oldEnd, replacement: (colon || space) + replacement }];
  }
  const [first, rest] = renderLines(item, value, text);
  const head = first && space + first;
  if (old && text.lineEnd(valueStart + 1) <= old.offset) {
    // The old value starts on the next line.
    const start = text.lineEnd(valueStart + 1);
    const end = text.lineEnd(oldEnd);
    return [
      { start: valueStart, end: valueStart, replacement: head },
      { start, end, replacement: rest && text.linesAt(start, rest) },
    ];
  }
  if (text.text[oldEnd - 1] === '\n' && old) {
    const replacement = text.linesAt(0, rest ? `${head}\n${rest}` : head);
    return [{ start: valueStart, end: oldEnd, replacement }];
  }
  // A comment may follow the old value.
  const end = text.lineEnd(oldEnd);
  // White space before a value stays, such as that of aligned values.
  const isKept = first !== '' && old && old.type !== 'block-scalar' && !isCollection(old);
  return [
    isKept
      ? { start: old.offset, end: oldEnd, replacement: first }
      : { start: valueStart, end: oldEnd, replacement: head },
    { start: end, end, replacement: rest && text.linesAt(end, rest) },
  ];
}

/** Returns the text beside the key or dash, and the lines below. */
function renderLines(
  { start, value: old, key }: Item,
  value: YamlValue,
  text: YamlText,
): [head: string, rest: string] {
  const { formatting } = text;
  const column = text.column(start);
  const isList = Array.isArray(value);
  const isBelow = key !== undefined && typeof value === 'object' && Object.keys(value).length > 0;
  const width =
    column + (key === undefined ? 2 : isList && !formatting.indentsLists ? 0 : formatting.step);
  const lines = indentLines(renderBlock(value, formatting, quotingOf(old, value)), width);
  if (isBelow) return ['', ' '.repeat(width) + lines];
  const end = lines.indexOf('\n');
  return end < 0 ? [lines, ''] : [lines.slice(0, end), lines.slice(end + 1)];
}

/** Returns the quoting of a value: that of the old one, and no block scalar, which may precede a comment. */
function quotingOf(old: Token | undefined, value: YamlValue): Scalar.Type | undefined {
  if (old?.type !== 'block-scalar' && typeof value === 'string' && /\n/.test(value)) {
    return 'QUOTE_DOUBLE';
  }
  return old && QUOTING[old.type];
}

const QUOTING: Partial<Record<Token['type'], Scalar.Type>> = {
  'single-quoted-scalar': 'QUOTE_SINGLE',
  'double-quoted-scalar': 'QUOTE_DOUBLE',
};
