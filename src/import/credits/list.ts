/** A bulleted list → credits, in the style that fits most of its lines. */
import type { List, ListItem } from 'mdast';
import { defaultStyle } from '../../model/style.ts';
import type { DraftCredit, DraftCredits } from '../draft.ts';
import { inlineField } from '../field.ts';
import type { MarkdownPage } from '../page.ts';
import { entryOf, type LineStyle, markedName, SEPARATORS } from './item.ts';
import { type Phrase, phraseOf } from './phrase.ts';

interface Line {
  phrase: Phrase | undefined;
  /** The line as Markdown. */
  markdown: string;
  nested: Line[];
}

/** The credits that a list holds; nothing if one of its items is more than a line of text. */
export function listCredits(list: List, page: MarkdownPage): DraftCredits | undefined {
  const lines = linesOf(list, page, 1);
  if (!lines) return;
  const style = bestStyle(lines.flatMap((line) => [line, ...line.nested]));
  const credits: DraftCredit[] = [];
  for (const line of lines) {
    const credit = creditOf(line, style);
    if (credit === undefined) return;
    credits.push(credit);
  }
  return {
    credits,
    style: neededOf(credits, style),
    nodes: [list],
    lines: lines.map(({ markdown }) => markdown),
  };
}

/** The lines of a list, and of the lists in it down to a depth. */
function linesOf(list: List, page: MarkdownPage, depth: number): Line[] | undefined {
  if (list.ordered) return;
  const lines = list.children.map((item) => lineOf(item, page, depth));
  return lines.includes(undefined) ? undefined : (lines as Line[]);
}

function lineOf(item: ListItem, page: MarkdownPage, depth: number): Line | undefined {
  const [text, list, more] = item.children;
  if (text?.type !== 'paragraph' || more || typeof item.checked === 'boolean') return;
  if (list && (list.type !== 'list' || depth === 0)) return;
  const nested = list ? linesOf(list as List, page, depth - 1) : [];
  if (!nested) return;
  return { phrase: phraseOf(text, page), markdown: inlineField(text, page), nested };
}

function creditOf({ phrase, markdown, nested }: Line, style: LineStyle): DraftCredit | undefined {
  const entry = phrase && entryOf(phrase, style, nested.length > 0);
  // A line of Markdown has no credits inside.
  if (nested.length > 0 && !entry) return;
  if (!entry) return markdown;
  const inner = nested.map((line) => creditOf(line, style) as DraftCredit);
  return inner.length > 0 ? { ...entry, credits: inner } : entry;
}

/** Words before the people of a credit, in the languages of many pages. */
const BY = [
  'by',
  'from',
  'created by',
  'made by',
  'written by',
  'developed by',
  'maintained by',
  'von',
  'par',
  'por',
  'de',
  'di',
  'door',
  'av',
  'af',
  'od',
  'от',
  '©',
];

/** Words before the last of several people. */
const AND = ['and', '&', 'und', 'et', 'y', 'e', 'en', 'och', 'og', 'и', '/'];

/** The style in which the most lines are credits, with the most parts. */
function bestStyle(lines: readonly Line[]): LineStyle {
  const phrases = lines.flatMap(({ phrase }) => phrase ?? []);
  const occurring = (words: readonly string[], around = '') =>
    words.filter((word) => phrases.some(({ text }) => text.includes(around + word + around)));
  const inBold = phrases.some((phrase) => markedName(phrase)?.rest.startsWith(': '));
  const { separator, by, and } = defaultStyle;
  const separators = new Set([separator, ...occurring(SEPARATORS), ...(inBold ? [': '] : [])]);
  // One thing after the other: who the people are depends on where the description begins.
  const start = [true, false].flatMap((bold) =>
    [...separators].map((each) => ({ bold, separator: each, by, and })),
  );
  const best = (styles: LineStyle[]) => bestOf(styles, lines);
  const base = best(start);
  const named = best([base, ...occurring(BY, ' ').map((word) => ({ ...base, by: word }))]);
  return best([named, ...occurring(AND, ' ').map((word) => ({ ...named, and: word }))]);
}

/** The style that tells the most of some lines; of equals, the first. */
function bestOf(styles: readonly LineStyle[], lines: readonly Line[]): LineStyle {
  const scores = styles.map((style) => lines.reduce((sum, line) => sum + scoreOf(line, style), 0));
  return styles[scores.indexOf(Math.max(...scores))] as LineStyle;
}

/** How much a style tells of a line. */
function scoreOf({ phrase, nested }: Line, style: LineStyle): number {
  const hasCredits = nested.length > 0;
  const entry = phrase && entryOf(phrase, style, hasCredits);
  if (!entry) return 0;
  const { by, description, license, links, version } = entry;
  const parts = [by, description, license, links, version].filter(Boolean).length;
  // A space separates everything; what separates more is better.
  const vague = description !== undefined && style.separator === ' ' ? 1.5 : 0;
  // Without those that have others inside there is no list of credits at all.
  return 4 + parts - vague + (hasCredits ? 1_000 : 0);
}

/** The part of a style that credits cannot do without. */
function neededOf(credits: readonly DraftCredit[], { bold, separator, by, and }: LineStyle) {
  const entries = credits.flatMap((credit) =>
    typeof credit === 'string' ? [] : [credit, ...(credit.credits ?? [])],
  );
  const some = (test: (entry: Exclude<DraftCredit, string>) => boolean) =>
    entries.some((entry) => typeof entry !== 'string' && test(entry));
  return {
    layout: defaultStyle.layout,
    ...(some(() => true) && { bold }),
    ...(some(({ description }) => description !== undefined) && { separator }),
    ...(some((entry) => (entry.by?.length ?? 0) > 0) && { by }),
    ...(some((entry) => (entry.by?.length ?? 0) > 1) && { and }),
  };
}
