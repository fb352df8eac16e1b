import type { TextEdit } from '../text/text-edits.ts';
import type { Addition, Changes } from './changes.ts';
import { renderFlow } from './render-value.ts';
import { type Item, isMap, tokenEnd } from './yaml-items.ts';
import type { YamlText } from './yaml-text.ts';

/** Returns the edits that add and remove entries or items of a flow collection. */
export function flowEdits(changes: Changes, text: YamlText): TextEdit[] {
  const { collection, items, removed, added } = changes;
  const kept = [...items.keys()].filter((index) => !removed.has(index));
  if (kept.length === 0) {
    const all = [...added.values()].flat();
    if (all.length === 0 && items.length === 0) return [];
    const pad = all.length > 0 && isMap(collection) && text.formatting.padsFlowMaps ? ' ' : '';
    const inner = `${pad}${render(all, text)}${pad}`;
    const start = collection.offset + 1;
    const keepsComment = items.length === 0 && text.hasComment(collection);
    const end = keepsComment ? start : tokenEnd(collection) - 1;
    return [{ start, end, replacement: inner }];
  }
  const lastKept = kept.at(-1) as number;
  const edits: TextEdit[] = [];
  for (const [order, index] of kept.entries()) {
    const previous = kept[order - 1] ?? -1;
    const { start } = items[index] as Item;
    if (previous < index - 1) {
      edits.push({ start: (items[previous + 1] as Item).start, end: start, replacement: '' });
    }
  }
  if (lastKept < items.length - 1) {
    const start = (items[lastKept] as Item).end;
    edits.push({ start, end: (items.at(-1) as Item).end, replacement: '' });
  }
  for (const [index, additions] of added) {
    let before = index - 1;
    while (removed.has(before)) before -= 1;
    const { start, end } = items[before < 0 ? (kept[0] as number) : before] as Item;
    const hasOwnLine =
      text.startsLine(start) && /^,?\s*$/.test(text.text.slice(end, text.lineEnd(end)));
    const gap = hasOwnLine ? text.withLineBreaks(`,\n${' '.repeat(text.column(start))}`) : ', ';
    const rendered = render(additions, text, gap);
    const offset = before < 0 ? start : end;
    const replacement = before < 0 ? rendered + gap : gap + rendered;
    edits.push({ start: offset, end: offset, replacement });
  }
  return edits;
}

function render(additions: readonly Addition[], { formatting }: YamlText, gap = ', '): string {
  const parts = additions.map(({ key, value }) => {
    if (key === undefined) return renderFlow(value, formatting);
    return `${renderFlow(key, formatting)}: ${renderFlow(value, formatting)}`;
  });
  return parts.join(gap);
}
