/**
 * Reads regular YAML (maps, lists and scalars, without anchors, tags or absent values) from
 * the tokens of `yaml`'s lexer, without the syntax trees that `parseDocument` builds first. It gives
 * up on anything else, and on anything that may be an error.
 *
 * Without it, a source of 1,273 credits (300 KB) takes 2.0 times as long on Node 24 and 1.8 times as
 * long on Node 20 (median CPU time of the whole command, 7 runs), and each small one the 6 ms that
 * the parser takes to load. `test/fast-paths.test.ts` holds it equal to `parseYaml`.
 */
import { Lexer } from 'yaml';
import type { ListNode, MapEntry, MapNode, Node, ScalarNode } from './nodes.ts';
import type { Source } from './source.ts';

/** Tabs, carriage returns and byte order marks. */
const UNUSUAL = /[\t\r\ufeff]/;

/** The same source as `parseYaml` returns, or `undefined` if it is needed. */
export function yamlFastPath(text: string): Source | undefined {
  if (UNUSUAL.test(text)) return;
  try {
    return { text, root: new TokenReader(text).document() };
  } catch (error) {
    if (error !== GIVEN_UP) throw error;
    return;
  }
}

const GIVEN_UP = new Error('The YAML needs its parser.');

function giveUp(): never {
  throw GIVEN_UP;
}

/** The tokens that the lexer puts before a scalar and before a document. */
const SCALAR = '\u001f';
const DOCUMENT = '\u0002';

const SPACE = 32;
const LINE_FEED = 10;
const NUMBER_SIGN = 35;

class TokenReader {
  readonly #tokens: Generator<string>;
  /** One string for all keys with the same name. */
  readonly #names = new Map<string, string>();
  /** The current token; empty at the end. */
  #token = '';
  /** Whether it is a plain scalar, or the lines of a block scalar. */
  #isText = false;
  #at = 0;
  #lineStart = 0;
  /** The end of the last line with a value, with its line break. */
  #contentEnd = 0;

  constructor(text: string) {
    this.#tokens = new Lexer().lex(text);
    this.#next();
  }

  document(): Node {
    if (this.#token === DOCUMENT) this.#next();
    if (!this.#skipToContent()) giveUp();
    const root = this.#block(this.#column);
    if (this.#token !== '') giveUp();
    return root;
  }

  #is(indicator: string): boolean {
    return this.#token === indicator && !this.#isText;
  }

  get #column(): number {
    return this.#at - this.#lineStart;
  }

  #next(): void {
    const { length } = this.#token;
    this.#at += this.#token === DOCUMENT ? 0 : length;
    if (this.#token.charCodeAt(length - 1) === LINE_FEED) this.#lineStart = this.#at;
    let { value, done } = this.#tokens.next();
    this.#isText = value === SCALAR;
    if (this.#isText) ({ value, done } = this.#tokens.next());
    this.#token = done ? '' : value;
  }

  /** Skips white space and comments, and returns whether anything follows. */
  #skipToContent(): boolean {
    while (!this.#isText) {
      const first = this.#token.charCodeAt(0);
      const isSkipped =
        first === SPACE ||
        first === LINE_FEED ||
        first === NUMBER_SIGN ||
        first === DOCUMENT.charCodeAt(0);
      if (!isSkipped) break;
      this.#next();
    }
    return this.#token !== '';
  }

  /** Skips a comment up to the end of the line. */
  #endLine(): void {
    this.#contentEnd = this.#at;
    if (this.#token === '') return;
    if (this.#space() && this.#token.charCodeAt(0) === NUMBER_SIGN && !this.#isText) this.#next();
    if (this.#token !== '\n' && this.#token !== '') giveUp();
    this.#contentEnd = this.#at + this.#token.length;
  }

  /** What starts at a column after nothing but indents, dashes and keys. */
  #block(column: number): Node {
    if (this.#is('-')) return this.#list(column);
    if (!this.#isKey()) return this.#value();
    const scalar = this.#scalar();
    if (this.#is(':')) return this.#map(column, scalar);
    this.#endLine();
    return scalar;
  }

  #isKey(): boolean {
    return this.#isText || this.#token[0] === '"' || this.#token[0] === "'";
  }

  #map(column: number, firstKey: ScalarNode): MapNode {
    const map: MapNode = { kind: 'map', start: firstKey.start, end: 0, entries: [] };
    const keys = new Set<string>();
    let scalar = firstKey;
    for (;;) {
      // Right after the key, which is no longer than YAML allows.
      if (!this.#is(':') || this.#column > 1_000) giveUp();
      const { start, end } = scalar;
      const key = this.#name(scalar.value);
      if (keys.has(key)) giveUp();
      keys.add(key);
      this.#next();
      map.entries.push({
        key,
        start,
        end,
        value: withoutFrontMatter(key, this.#after(column, true)),
      });
      map.end = this.#contentEnd;
      if (!this.#skipToContent() || this.#column < column) return map;
      if (this.#column > column || !this.#isKey()) giveUp();
      scalar = this.#scalar();
    }
  }

  #name(key: string): string {
    const known = this.#names.get(key);
    if (known === undefined) this.#names.set(key, key);
    return known ?? key;
  }

  #list(column: number): ListNode {
    const list: ListNode = { kind: 'list', start: this.#at, end: 0, items: [] };
    for (;;) {
      this.#next();
      list.items.push(this.#after(column, false));
      list.end = this.#contentEnd;
      if (!this.#skipToContent() || this.#column < column) return list;
      if (this.#column > column) giveUp();
      // The next key may be at the column of a list as well.
      if (!this.#is('-')) return list;
    }
  }

  /** What follows a colon or a dash of a map or list at a column. */
  #after(column: number, isInMap: boolean): Node {
    if (!this.#space() && !this.#is('\n') && this.#token !== '') giveUp();
    const first = this.#isText ? 0 : this.#token.charCodeAt(0);
    if (first === NUMBER_SIGN) this.#next();
    else if (first !== LINE_FEED && this.#token !== '') {
      if (isInMap) return this.#value();
      return this.#token === '-' || this.#isKey() ? this.#block(this.#column) : this.#value();
    }
    this.#endLine();
    const isBelow =
      this.#skipToContent() &&
      (this.#column > column || (isInMap && this.#column === column && this.#is('-')));
    return isBelow ? this.#block(this.#column) : giveUp();
  }

  /** A scalar or a flow collection, and the end of its line. */
  #value(): Node {
    const first = this.#isText ? '' : this.#token[0];
    if (first === '|' || first === '>') return this.#blockScalar();
    const node = first === '[' || first === '{' ? this.#flow() : this.#scalar();
    this.#endLine();
    return node;
  }

  /** A scalar on one line. */
  #scalar(): ScalarNode {
    const [token, start] = [this.#token, this.#at];
    const end = start + token.length;
    if (token.includes('\n')) giveUp();
    if (this.#isText) {
      if (token === '' || /^[\t,[\]{}#&*!|>'"%@`]/.test(token)) giveUp();
      this.#next();
      return { kind: 'scalar', start, end, value: token, style: 'plain' };
    }
    const quote = token[0];
    if ((quote !== '"' && quote !== "'") || token.length < 2 || !token.endsWith(quote)) giveUp();
    this.#next();
    const inside = token.slice(1, -1);
    return quote === "'"
      ? { kind: 'scalar', start, end, value: inside.replaceAll("''", "'"), style: 'single' }
      : { kind: 'scalar', start, end, value: unescapeJson(inside), style: 'double' };
  }

  /** A flow collection on one line. */
  #flow(): Node {
    return this.#token === '{' ? this.#flowMap() : this.#flowList();
  }

  #isFlow(): boolean {
    return this.#is('[') || this.#is('{');
  }

  #flowList(): ListNode {
    const start = this.#at;
    const items: Node[] = [];
    this.#open();
    while (!this.#is(']')) {
      items.push(this.#isFlow() ? this.#flow() : this.#scalar());
      this.#separator(']');
    }
    this.#next();
    return { kind: 'list', start, end: this.#at, items };
  }

  #flowMap(): MapNode {
    const start = this.#at;
    const entries: MapEntry[] = [];
    this.#open();
    while (!this.#is('}')) {
      const { value: key, start, end } = this.#scalar();
      if (!this.#is(':') || entries.some((entry) => entry.key === key)) giveUp();
      this.#next();
      if (!this.#space()) giveUp();
      const value = this.#isFlow() ? this.#flow() : this.#scalar();
      entries.push({ key, start, end, value: withoutFrontMatter(key, value) });
      this.#separator('}');
    }
    this.#next();
    return { kind: 'map', start, end: this.#at, entries };
  }

  #open(): void {
    this.#next();
    this.#space();
  }

  /** Skips a comma between the items of a flow collection. */
  #separator(close: string): void {
    this.#space();
    if (this.#is(',')) this.#open();
    else if (!this.#is(close)) giveUp();
  }

  #space(): boolean {
    const isSpace = !this.#isText && this.#token.charCodeAt(0) === SPACE;
    if (isSpace) this.#next();
    return isSpace;
  }

  #blockScalar(): ScalarNode {
    const [header, start] = [this.#token, this.#at];
    this.#next();
    this.#endLine();
    if (this.#token !== '\n') giveUp();
    this.#next();
    if (!this.#isText) giveUp();
    const value = blockValue(header, this.#token);
    const end = this.#at + this.#token.length;
    this.#next();
    this.#contentEnd = end;
    return { kind: 'scalar', start, end, value, style: header[0] === '|' ? 'literal' : 'folded' };
  }
}

/** Front matter keeps its comments and quoting, which only the document of the parser has. */
function withoutFrontMatter(key: string, value: Node): Node {
  return key === 'frontmatter' && value.kind === 'map' ? giveUp() : value;
}

/** The value of a double-quoted scalar with escapes that JSON has as well. */
function unescapeJson(inside: string): string {
  if (!inside.includes('\\')) return inside;
  try {
    return JSON.parse(`"${inside}"`);
  } catch {
    return giveUp();
  }
}

/** The value of a block scalar without an indentation indicator. */
function blockValue(header: string, source: string): string {
  if (!/^[|>]-?$/.test(header)) giveUp();
  const isFolded = header[0] === '>';
  const indent = /^ +(?=[^ \n])/.exec(source)?.[0] ?? giveUp();
  const lines = source.split('\n').map((line) => {
    if (line === '') return line;
    // A folded line that is indented deeper keeps its line breaks.
    if (!line.startsWith(indent) || (isFolded && line[indent.length] === ' ')) giveUp();
    return line.slice(indent.length);
  });
  while (lines.at(-1) === '') lines.pop();
  const text = lines.join('\n');
  const value = isFolded ? text.replace(/\n+/g, foldLineBreaks) : text;
  return header.endsWith('-') ? value : `${value}\n`;
}

function foldLineBreaks(lineBreaks: string): string {
  return lineBreaks.slice(1) || ' ';
}
