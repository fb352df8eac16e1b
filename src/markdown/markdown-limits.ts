/** Limits for Markdown that would take parsers too long, or overflow their stack. */
import type { Format } from '../types.ts';

/** The maximum number of nested block quotes, lists and asides. */
const MAX_DEPTH = 100;

/** The marker of a block quote, list item or footnote, with the white space before it. */
const MARKER = /[ \t]*(?:>|(?:[-+*]|\d{1,9}[.)])(?=[ \t]|$)|\[\^[^\s[\]]+\]:)/y;

/** The first line of an aside, and its last one. */
const ASIDE = /^[ \t>]*:{3,}(\w)?/;

/** Whether block quotes, lists and asides are nested too deeply. */
export function isTooDeep(markdown: string): boolean {
  // The columns of the markers that the line is in.
  const open: BlockMarker[] = [];
  let asides = 0;
  for (const line of linesOf(markdown)) {
    let kept = 0;
    for (const marker of markersOf(line)) {
      const { column, isQuote } = marker;
      while (kept < open.length && (open[kept]?.column ?? 0) < column) kept += 1;
      const continues = isQuote && open[kept]?.column === column && open[kept]?.isQuote;
      if (!continues) open.splice(kept, Number.POSITIVE_INFINITY, marker);
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

/** A marker of a block. */
interface BlockMarker {
  /** The offset of its first character in the line. */
  column: number;
  isQuote: boolean;
  isItem: boolean;
}

/** Returns the markers that a line starts with. */
function markersOf(line: string): BlockMarker[] {
  const markers: BlockMarker[] = [];
  MARKER.lastIndex = 0;
  for (let match = MARKER.exec(line); match; match = MARKER.exec(line)) {
    const marker = match[0].trimStart();
    const isQuote = marker === '>';
    markers.push({
      column: MARKER.lastIndex - marker.length,
      isQuote,
      isItem: !isQuote && !marker.startsWith('['),
    });
  }
  return markers;
}

/** What costs parsers time. */
type Construct =
  | 'fields'
  | 'lines'
  | 'words in a line'
  | 'markup characters'
  | 'markup characters in a paragraph'
  | 'block quotes and footnotes'
  | 'list items'
  | 'nested list items'
  | 'lines in a paragraph'
  | 'underlined headings'
  | 'table cells'
  | 'definitions'
  | 'attributes'
  | 'characters of JavaScript'
  | 'characters of repeated definitions';

/**
 * The maximum cost of all texts. It only depends on numbers of constructs, and never on a clock, so that
 * the result is the same on every machine. The unit is about a microsecond of CPU time of Node 24 on a
 * common machine, where serializing the result takes up to half as long.
 */
const MAX_COST = 1_700_000;

/** Estimates the cost of parsing texts. It is quadratic for many constructs. */
export class ParsingBudget {
  readonly #costs = new Map<Construct, number>();
  readonly #counts = new Map<Construct, number>();

  /** Whether the texts together would take too long to parse. */
  get isSpent(): boolean {
    return this.#cost > MAX_COST;
  }

  /** What costs most, such as `8,000 list items`, if all texts together take too long to parse. */
  get excess(): string | undefined {
    return this.excessOf(1);
  }

  /** Returns what costs most if all texts together take too long to parse a number of times. */
  excessOf(times: number): string | undefined {
    if (times * this.#cost <= MAX_COST) return undefined;
    const [construct] = [...this.#costs].reduce((most, each) => (each[1] > most[1] ? each : most));
    return `${this.#counts.get(construct)?.toLocaleString('en')} ${construct}`;
  }

  get #cost(): number {
    return [...this.#costs.values()].reduce((sum, cost) => sum + cost, 0);
  }

  /**
   * Adds a text in a format.
   *
   * @returns the {@link excess}
   */
  add(markdown: string, format: Format): string | undefined {
    this.#spend('fields', 1, 100);
    for (const [construct, count, cost] of costsOf(markdown, format))
      this.#spend(construct, count, cost);
    return this.excess;
  }

  /** Adds code in MDX. Its parser starts again at each brace or blank line that may be its end. */
  addCode(code: string): void {
    // A position in a long code is found by going through its lines.
    const lines = linesOf(code).length;
    this.#spend('characters of JavaScript', code.length, (code.length * (80 + lines)) / 250);
  }

  /**
   * Adds the characters that references to definitions add to a page.
   *
   * @returns the {@link excess}
   */
  addReferences(length: number): string | undefined {
    this.#spend('characters of repeated definitions', length, 2 * length);
    return this.excess;
  }

  #spend(construct: Construct, count: number, cost: number): void {
    this.#counts.set(construct, (this.#counts.get(construct) ?? 0) + count);
    this.#costs.set(construct, (this.#costs.get(construct) ?? 0) + cost);
  }
}

/** Characters that may be markup, and the start of an address. */
const MARK = /[!&*:<@[\\\]_`~]|www/gi;

/** The space between words. A tab is read as several spaces. */
const SPACE = / +|\t/g;

/** The number of words in the line of a usual paragraph. micromark looks for the cells of a table in each line. */
const USUAL_WORDS = 200;

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

/** The start of a definition of a link, picture or footnote. */
const DEFINITION = /^[ \t>]*\[.*?\]:/;

/** The row below the head of a table. */
const DELIMITER_ROW = /^[ \t>*+\d.)|:-]+$/;

/** What comes before an attribute of an aside or a JSX element. */
const ATTRIBUTE = /[\s.#](?=[^\s.#])/g;

/** An element of JSX up to its end, or to the next one. A bracket in quotes does not end it. */
const JSX = /<(?:"[^"]*"|'[^']*'|[^<>"'])+/g;

/** Returns the number of attributes of the asides, or the JSX elements, of a text. */
function attributesIn(markdown: string, format: Format): number {
  const asides = markdown.includes(':::')
    ? linesOf(markdown).filter((line) => ASIDE.test(line))
    : [];
  const elements = format === 'mdx' ? markdown.match(JSX) : undefined;
  const counts = [...asides, ...(elements ?? [])].map((part) => part.match(ATTRIBUTE)?.length ?? 0);
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Returns constructs of a text with their numbers and costs. */
function costsOf(markdown: string, format: Format): [Construct, number, number][] {
  let marks = 0;
  let allMarks = 0;
  let marksCost = 0;
  let mostMarks = 0;
  let paragraphLines = 0;
  let mostLines = 0;
  let paragraphCost = 0;
  let linesCost = 0;
  let words = 0;
  let quotes = 0;
  let items = 0;
  let nested = 0;
  let definitions = 0;
  let headings = 0;
  let underlines = 0;
  let isBlank = false;
  let isInContainer = false;
  let isHtml = false;
  let pipes = 0;
  let isTable = false;
  let cells = 0;
  const lines = linesOf(markdown);
  const endMarks = () => {
    allMarks += marks;
    marksCost += marks ** 2 / 50;
    mostMarks = Math.max(mostMarks, marks);
    marks = 0;
  };
  const endParagraph = () => {
    endMarks();
    if (!isHtml) paragraphCost += paragraphLines ** 2 / 100;
    mostLines = Math.max(mostLines, paragraphLines);
    if (isTable) cells += pipes;
    pipes = 0;
    isTable = false;
    paragraphLines = 0;
    isInContainer = false;
    isHtml = false;
  };
  for (const line of lines) {
    if (BLANK.test(line)) {
      if (isBlank) linesCost += 2;
      isBlank = true;
      if (paragraphLines > 0) endParagraph();
      continue;
    }
    isBlank = false;
    if (HEADING.test(line)) {
      endParagraph();
      headings += 1;
    }
    if (ROW.test(line)) endMarks();
    if (paragraphLines === 0) {
      isHtml = format === 'md' && HTML.test(line);
      if (isHtml) linesCost += 15;
    }
    paragraphLines += 1;
    // The lines of HTML are only searched for its end.
    linesCost += isHtml ? 10 : 34;
    if (isHtml) continue;
    words += Math.max(0, (line.match(SPACE)?.length ?? 0) - USUAL_WORDS);
    const markers = markersOf(line);
    const own = markers.filter(({ isItem }) => isItem);
    quotes += markers.length - own.length;
    items += own.length;
    nested += own.filter(({ column }) => column > 0).length;
    if (DEFINITION.test(line)) definitions += 1;
    // A line of a paragraph in a container without its markers.
    if (markers.length > 0) isInContainer = true;
    else if (isInContainer && /^\S/.test(line)) quotes += 1;
    if (UNDERLINE.test(line)) underlines += 1;
    if (line.includes('|')) {
      pipes += line.split('|').length;
      isTable ||= line.includes('-') && DELIMITER_ROW.test(line);
    }
    marks += line.match(MARK)?.length ?? 0;
  }
  endParagraph();
  const attributes = attributesIn(markdown, format);
  return [
    ['lines', lines.length, linesCost + lines.length - 10 * headings],
    ['words in a line', words, 6 * words],
    ['markup characters', allMarks, 25 * allMarks],
    ['markup characters in a paragraph', mostMarks, marksCost],
    ['lines in a paragraph', mostLines, paragraphCost],
    ['block quotes and footnotes', quotes, 50 * quotes + quotes ** 2 / 3],
    ['list items', items, 20 * items + items ** 2 / 100],
    ['nested list items', nested, nested ** 2 / 12],
    ['underlined headings', underlines, 50 * underlines + underlines ** 2 / 4],
    ['table cells', cells, 60 * cells],
    ['definitions', definitions, 300 * definitions],
    ['attributes', attributes, 30 * attributes],
  ];
}
