/** Limits for Markdown that would take parsers too long, or overflow their stack. */
import type { Format } from '../types.ts';

/** The maximum number of nested block quotes, lists and asides. */
const MAX_DEPTH = 100;

/** The marker of a block quote or list item, with the white space before it. */
const MARKER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$))/y;

/** The first line of an aside, and its last one. */
const ASIDE = /^[ \t>]*:{3,}(\w)?/;

/** Whether block quotes, lists and asides are nested too deeply. */
export function isTooDeep(markdown: string): boolean {
  // The columns of the markers that the line is in.
  const open: { column: number; isQuote: boolean }[] = [];
  let asides = 0;
  for (const line of linesOf(markdown)) {
    let kept = 0;
    for (const { column, isQuote } of markersOf(line)) {
      while (kept < open.length && (open[kept]?.column ?? 0) < column) kept += 1;
      const continues = isQuote && open[kept]?.column === column && open[kept]?.isQuote;
      if (!continues) open.splice(kept, Number.POSITIVE_INFINITY, { column, isQuote });
      kept += 1;
    }
    const aside = ASIDE.exec(line);
    if (aside) asides = Math.max(0, asides + (aside[1] === undefined ? -1 : 1));
    if (open.length + asides > MAX_DEPTH) return true;
  }
  return false;
}

function linesOf(markdown: string): string[] {
  return markdown.split(/\r\n?|\n/);
}

function markersOf(line: string): { column: number; isQuote: boolean }[] {
  const markers: { column: number; isQuote: boolean }[] = [];
  MARKER.lastIndex = 0;
  for (let match = MARKER.exec(line); match; match = MARKER.exec(line)) {
    const end = MARKER.lastIndex;
    markers.push({ column: end, isQuote: line[end - 1] === '>' });
  }
  return markers;
}

/** What takes parsers time. */
type Construct =
  | 'fields'
  | 'lines'
  | 'markup characters in a paragraph'
  | 'block quotes'
  | 'list items'
  | 'lines in a paragraph'
  | 'underlined headings';

/**
 * The maximum estimated time in microseconds, measured with Node 24 on a machine with two cores.
 * Serializing the result takes up to half as long.
 */
const MAX_TIME = 2_000_000;

/**
 * Estimates the time that a parser takes for texts, so that the result is the same on every machine.
 * Parsers take quadratic time for many constructs.
 */
export class ParsingBudget {
  readonly #times = new Map<Construct, number>();
  readonly #counts = new Map<Construct, number>();

  /** Whether the texts together would take too long to parse. */
  get isSpent(): boolean {
    return [...this.#times.values()].reduce((sum, time) => sum + time, 0) > MAX_TIME;
  }

  /**
   * Adds a text in a format.
   *
   * @returns what takes most of the time, such as `20,000 list items`, if all texts together would take
   *   too long to parse
   */
  add(markdown: string, format: Format): string | undefined {
    this.#spend('fields', 1, 100);
    for (const [construct, count, time] of timesOf(markdown, format))
      this.#spend(construct, count, time);
    if (!this.isSpent) return;
    const [construct] = [...this.#times].reduce((most, each) => (each[1] > most[1] ? each : most));
    return `${this.#counts.get(construct)?.toLocaleString('en')} ${construct}`;
  }

  #spend(construct: Construct, count: number, time: number): void {
    this.#counts.set(construct, (this.#counts.get(construct) ?? 0) + count);
    this.#times.set(construct, (this.#times.get(construct) ?? 0) + time);
  }
}

/** Characters that may be markup, and the start of an address. */
const MARK = /[!&*:<@[\\\]_`~]|www/gi;

/** The start of another paragraph: a list item or a table row. */
const ROW = /^[ \t>]*(?:(?:[-+*]|\d+[.)])[ \t]|\|)/;

const BLANK = /^[ \t]*$/;

/**
 * The start of an HTML block, which is not parsed.
 *
 * @see https://spec.commonmark.org/0.31.2/#html-blocks
 */
const HTML =
  /^ {0,3}<(?:[!?]|\/?(?:address|article|aside|blockquote|body|caption|center|col|colgroup|dd|details|dialog|dir|div|dl|dt|fieldset|figcaption|figure|footer|form|h[1-6]|head|header|hr|html|li|link|main|menu|nav|ol|p|section|summary|table|tbody|td|tfoot|th|thead|tr|ul)(?=[\s/>]|$)|\/?[a-z][^<>]*>[ \t]*$)/i;

/** A heading, which ends a paragraph. */
const HEADING = /^ {0,3}#{1,6}(?:[ \t]|$)/;

/** The line under a heading, or a thematic break. */
const UNDERLINE = /^ {0,3}(?:=+|-+|[*_](?:[ \t]*[*_]){2,})[ \t]*$/;

/** Returns constructs of a text with their numbers, and the time that they take in microseconds. */
function timesOf(markdown: string, format: Format): [Construct, number, number][] {
  let marks = 0;
  let marksTime = 0;
  let mostMarks = 0;
  let paragraphLines = 0;
  let mostLines = 0;
  let paragraphTime = 0;
  let linesTime = 0;
  let quotes = 0;
  let items = 0;
  let underlines = 0;
  let isInContainer = false;
  let isHtml = false;
  const lines = linesOf(markdown);
  const endMarks = () => {
    marksTime += 10 * marks + marks ** 2 / 50;
    mostMarks = Math.max(mostMarks, marks);
    marks = 0;
  };
  const endParagraph = () => {
    endMarks();
    if (!isHtml) paragraphTime += paragraphLines ** 2 / 100;
    mostLines = Math.max(mostLines, paragraphLines);
    paragraphLines = 0;
    isInContainer = false;
    isHtml = false;
  };
  for (const line of lines) {
    if (BLANK.test(line)) {
      if (paragraphLines > 0) endParagraph();
      continue;
    }
    if (HEADING.test(line)) endParagraph();
    if (ROW.test(line)) endMarks();
    if (paragraphLines === 0) isHtml = format === 'md' && HTML.test(line);
    paragraphLines += 1;
    // The lines of HTML are only looked at for its end.
    linesTime += isHtml ? 10 : 50;
    if (isHtml) continue;
    const markers = markersOf(line);
    const own = markers.filter(({ isQuote }) => isQuote).length;
    quotes += own;
    items += markers.length - own;
    // A line of a paragraph in a container without its markers.
    if (markers.length > 0) isInContainer = true;
    else if (isInContainer && /^\S/.test(line)) quotes += 1;
    if (UNDERLINE.test(line)) underlines += 1;
    marks += line.match(MARK)?.length ?? 0;
  }
  endParagraph();
  return [
    ['lines', lines.length, linesTime + 10 * lines.length],
    ['markup characters in a paragraph', mostMarks, marksTime],
    ['lines in a paragraph', mostLines, paragraphTime],
    ['block quotes', quotes, 50 * quotes + quotes ** 2 / 6],
    ['list items', items, 30 * items + items ** 2 / 100],
    ['underlined headings', underlines, 50 * underlines + underlines ** 2 / 6],
  ];
}
