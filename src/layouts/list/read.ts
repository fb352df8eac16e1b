/** Recognizes credits in a bulleted list. */
import type { List, ListItem } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import { inlineField } from '../../markdown/markdown-slices.ts';
import type { ImportedCredit, ImportedCredits } from '../../model/imported-page.ts';
import { type Phrase, phraseOf } from '../shared/phrase.ts';
import { readLine } from '../shared/read-line.ts';
import type { LineStyle } from '../shared/read-parts.ts';
import { prevailingStyle, relevantStyle } from './prevailing-style.ts';

interface ListLine {
  phrase: Phrase | undefined;
  /** The line as Markdown. */
  markdown: string;
  nested: ListLine[];
}

/** Returns the credits in a list, or `undefined` if an item is more than a line and a nested list. */
export function readCreditList(list: List, page: MarkdownPage): ImportedCredits | undefined {
  if (list.ordered) return;
  const lines = allDefined(list.children.map((item) => readItemLine(item, page, 1)));
  if (!lines) return;
  const all = lines.flatMap((line) => [line, ...line.nested]);
  const style = prevailingStyle(
    all.map(({ phrase, nested }) => ({ phrase, hasNested: nested.length > 0 })),
  );
  const entries = allDefined(lines.map((line) => readCredit(line, style)));
  const isField = (credit: ImportedCredit) => isFieldOfCredit(credit, style);
  if (!entries || entries.every(isField)) return;
  const credits = entries.map((credit, index) =>
    isField(credit) ? (lines[index]?.markdown ?? credit) : credit,
  );
  return {
    credits,
    style: relevantStyle(credits, style),
    nodes: [list],
    lines: lines.map(({ markdown }) => markdown),
  };
}

function allDefined<T>(values: readonly (T | undefined)[]): T[] | undefined {
  return values.includes(undefined) ? undefined : (values as T[]);
}

/** The names of items that are fields of a single credit, whose name is the heading above the list. */
const FIELD_NAME =
  /^(?:authors?|by|citations?|copyright|credits?|description|doi|home ?page|licen[cs]e|links?|maintainers?|name|papers?|publications?|repo(?:sitory)?|sources?|urls?|used (?:for|in)|versions?|web ?site|year)$/i;

function isFieldOfCredit(credit: ImportedCredit, { separator }: LineStyle): boolean {
  return (
    typeof credit === 'object' &&
    credit.url === undefined &&
    !credit.credits &&
    // A value follows the name of a field after a colon.
    (credit.description === undefined || /[:：]/.test(separator)) &&
    FIELD_NAME.test(credit.name)
  );
}

/**
 * Returns the line of an item with the lines of nested lists, or `undefined` if the item has other content.
 *
 * @param depth the number of levels of nested lists that are allowed
 */
export function readItemLine(
  item: ListItem,
  page: MarkdownPage,
  depth: number,
): ListLine | undefined {
  const [text, list, more] = item.children;
  if (text?.type !== 'paragraph' || more || typeof item.checked === 'boolean') return;
  // A field cannot refer to a footnote elsewhere on the page.
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
): ImportedCredit | undefined {
  const entry = phrase && readLine(phrase, style, nested.length > 0);
  // A string credit has no nested credits.
  if (nested.length > 0 && !entry) return;
  if (!entry) return markdown;
  const inner = nested.map((line) => readCredit(line, style) as ImportedCredit);
  return inner.length > 0 ? { ...entry, credits: inner } : entry;
}
