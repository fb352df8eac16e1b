/** A bulleted list → credits, in the style that fits most of its lines. */
import type { List, ListItem, RootContent } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import type { DraftCredit, DraftCredits } from '../../model/draft.ts';
import { type Phrase, phraseOf } from '../line/phrase.ts';
import { entryOf } from '../line/read-line.ts';
import type { LineStyle } from '../line/read-parts.ts';
import { habitOf, neededOf } from './line-style.ts';

interface Line {
  phrase: Phrase | undefined;
  /** The line as Markdown. */
  markdown: string;
  nested: Line[];
}

/** An item of a list, and the credit that it is, if it is one. */
interface Item {
  item: ListItem;
  line: Line | undefined;
  credit: DraftCredit | undefined;
}

/** The credits that a list holds; nothing if one of its items is more than a line of text. */
export function listCredits(list: List, page: MarkdownPage): DraftCredits | undefined {
  const { items, style } = itemsOf(list, page);
  const isFit = items.every(isCredit) && !items.every(({ credit }) => isDetail(credit));
  return isFit ? creditsOf(list, items as CreditItem[], style) : undefined;
}

/** What a line that begins so tells of the credit in the heading above, or in the line. */
const DETAIL =
  /^(?:authors?|by|copyright|credits?|description|home ?page|licen[cs]e|links?|maintainers?|name|repo(?:sitory)?|sources?|urls?|used (?:for|in)|versions?|web ?site|year)$/i;

/** Whether a credit is but one thing that is told of another. */
function isDetail(credit: DraftCredit | undefined): boolean {
  return typeof credit === 'object' && credit.url === undefined && DETAIL.test(credit.name);
}

/** How many items of a list may be more than lines of text if it is to be divided: one in four. */
const ODD = 1 / 4;

/** The credits of a list that is divided: items that are more become lists of their own. */
export function dividedList(
  list: List,
  page: MarkdownPage,
): (DraftCredits | RootContent)[] | undefined {
  const { items, style } = itemsOf(list, page);
  const odd = items.filter((item) => !isCredit(item)).length;
  if (odd === 0 || odd > items.length * ODD) return;
  const runs: Item[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.[0] && isCredit(run[0]) === isCredit(item)) run.push(item);
    else runs.push([item]);
  }
  return runs.map((run) => {
    const part = partOf(list, run);
    return run.every(isCredit) ? creditsOf(part, run, style) : part;
  });
}

type CreditItem = Item & { line: Line; credit: DraftCredit };

function isCredit(item: Item): item is CreditItem {
  return item.credit !== undefined;
}

function partOf(list: List, items: readonly Item[]): List {
  const children = items.map(({ item }) => item);
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  const position = first && last && { start: first.start, end: last.end };
  return { ...list, children, ...(position && { position }) };
}

function creditsOf(list: List, items: readonly CreditItem[], style: LineStyle): DraftCredits {
  const credits = items.map(({ credit }) => credit);
  return {
    credits,
    style: neededOf(credits, style),
    nodes: [list],
    lines: items.map(({ line }) => line.markdown),
  };
}

function itemsOf(list: List, page: MarkdownPage): { items: Item[]; style: LineStyle } {
  const lines = list.children.map((item) => (list.ordered ? undefined : lineOf(item, page, 1)));
  const all = lines.flatMap((line) => (line ? [line, ...line.nested] : []));
  const style = habitOf(
    all.map(({ phrase, nested }) => ({ phrase, hasCredits: nested.length > 0 })),
  );
  const items = list.children.map((item, index): Item => {
    const line = lines[index];
    return { item, line, credit: line && creditOf(line, style) };
  });
  return { items, style };
}

/** The line that an item is, with the lines of lists in it down to a depth. */
function lineOf(item: ListItem, page: MarkdownPage, depth: number): Line | undefined {
  const [text, list, more] = item.children;
  if (text?.type !== 'paragraph' || more || typeof item.checked === 'boolean') return;
  // What a footnote says stands elsewhere.
  if (text.children.some(({ type }) => type === 'footnoteReference')) return;
  if (list && (list.type !== 'list' || list.ordered || depth === 0)) return;
  const nested = (list?.type === 'list' ? list.children : []).map((inner) =>
    lineOf(inner, page, depth - 1),
  );
  if (nested.includes(undefined)) return;
  return {
    phrase: phraseOf(text, page),
    markdown: inlineField(text, page),
    nested: nested as Line[],
  };
}

function creditOf({ phrase, markdown, nested }: Line, style: LineStyle): DraftCredit | undefined {
  const entry = phrase && entryOf(phrase, style, nested.length > 0);
  // A line of Markdown has no credits inside.
  if (nested.length > 0 && !entry) return;
  if (!entry) return markdown;
  const inner = nested.map((line) => creditOf(line, style) as DraftCredit);
  return inner.length > 0 ? { ...entry, credits: inner } : entry;
}
