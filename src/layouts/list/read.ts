/** Recognizes credits in a bulleted list. */
import type { List, ListItem, RootContent } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import type { DraftCredit, DraftCredits } from '../../model/draft.ts';
import { type Phrase, phraseOf } from '../shared/phrase.ts';
import { readLine } from '../shared/read-line.ts';
import type { LineStyle } from '../shared/read-parts.ts';
import { prevailingStyle, requiredStyle } from './line-style.ts';

interface ListLine {
  phrase: Phrase | undefined;
  /** The line as Markdown. */
  markdown: string;
  nested: ListLine[];
}

/** An item of a list, and the credit in it, if it is one. */
interface ReadItem {
  item: ListItem;
  line: ListLine | undefined;
  credit: DraftCredit | undefined;
}

/** Returns the credits in a list, or `undefined` if an item is more than a line of text. */
export function readCreditList(list: List, page: MarkdownPage): DraftCredits | undefined {
  const { items, style } = readItems(list, page);
  const isFit = items.every(isCredit) && !items.every(({ credit }) => isFieldOfCredit(credit));
  return isFit ? draftCredits(list, items as CreditItem[], style) : undefined;
}

/** Items that are fields of a single credit, whose name is the heading above. */
const FIELD =
  /^(?:authors?|by|copyright|credits?|description|home ?page|licen[cs]e|links?|maintainers?|name|repo(?:sitory)?|sources?|urls?|used (?:for|in)|versions?|web ?site|year)$/i;

function isFieldOfCredit(credit: DraftCredit | undefined): boolean {
  return typeof credit === 'object' && credit.url === undefined && FIELD.test(credit.name);
}

/** The maximum share of items that are more than a credit, for a list to be split. */
const MAX_ODD = 1 / 4;

/** Splits a list at items that are more than a credit. These become separate lists. */
export function splitList(
  list: List,
  page: MarkdownPage,
): (DraftCredits | RootContent)[] | undefined {
  const { items, style } = readItems(list, page);
  const odd = items.filter((item) => !isCredit(item)).length;
  if (odd === 0 || odd > items.length * MAX_ODD) return;
  const runs: ReadItem[][] = [];
  for (const item of items) {
    const run = runs.at(-1);
    if (run?.[0] && isCredit(run[0]) === isCredit(item)) run.push(item);
    else runs.push([item]);
  }
  return runs.map((run) => {
    const part = partOf(list, run);
    return run.every(isCredit) ? draftCredits(part, run, style) : part;
  });
}

type CreditItem = ReadItem & { line: ListLine; credit: DraftCredit };

function isCredit(item: ReadItem): item is CreditItem {
  return item.credit !== undefined;
}

function partOf(list: List, items: readonly ReadItem[]): List {
  const children = items.map(({ item }) => item);
  const [first, last] = [children[0]?.position, children.at(-1)?.position];
  const position = first && last && { start: first.start, end: last.end };
  return { ...list, children, ...(position && { position }) };
}

function draftCredits(list: List, items: readonly CreditItem[], style: LineStyle): DraftCredits {
  const credits = items.map(({ credit }) => credit);
  return {
    credits,
    style: requiredStyle(credits, style),
    nodes: [list],
    lines: items.map(({ line }) => line.markdown),
  };
}

function readItems(list: List, page: MarkdownPage): { items: ReadItem[]; style: LineStyle } {
  const lines = list.children.map((item) =>
    list.ordered ? undefined : readItemLine(item, page, 1),
  );
  const all = lines.flatMap((line) => (line ? [line, ...line.nested] : []));
  const style = prevailingStyle(
    all.map(({ phrase, nested }) => ({ phrase, hasCredits: nested.length > 0 })),
  );
  const items = list.children.map((item, index): ReadItem => {
    const line = lines[index];
    return { item, line, credit: line && readCredit(line, style) };
  });
  return { items, style };
}

/** Returns the line of an item, with those of nested lists up to a depth. */
function readItemLine(item: ListItem, page: MarkdownPage, depth: number): ListLine | undefined {
  const [text, list, more] = item.children;
  if (text?.type !== 'paragraph' || more || typeof item.checked === 'boolean') return;
  // The text of a footnote is elsewhere on the page.
  if (text.children.some(({ type }) => type === 'footnoteReference')) return;
  if (list && (list.type !== 'list' || list.ordered || depth === 0)) return;
  const nested = (list?.type === 'list' ? list.children : []).map((inner) =>
    readItemLine(inner, page, depth - 1),
  );
  if (nested.includes(undefined)) return;
  return {
    phrase: phraseOf(text, page),
    markdown: inlineField(text, page),
    nested: nested as ListLine[],
  };
}

function readCredit(
  { phrase, markdown, nested }: ListLine,
  style: LineStyle,
): DraftCredit | undefined {
  const entry = phrase && readLine(phrase, style, nested.length > 0);
  // A string credit has no nested credits.
  if (nested.length > 0 && !entry) return;
  if (!entry) return markdown;
  const inner = nested.map((line) => readCredit(line, style) as DraftCredit);
  return inner.length > 0 ? { ...entry, credits: inner } : entry;
}
