/**
 * Reads simple YAML: maps, lists, scalars and flow collections on one line, block scalars, and aliases,
 * without tags or absent values. It gives up on anything else, and on anything that may be an error.
 *
 * Without it, a source of 1,273 credits (300 KB) takes 2.8 times as long on Node 24 and 2.4 times as
 * long on Node 20 (median CPU time of the whole command, 7 runs), and a small one takes 6 ms more, to
 * load the parser. Without aliases, `lint --fix` of a megabyte with aliases takes twice as long, 2.1 seconds
 * (CPU time on Node 20). `test/fast-paths.test.ts` checks that it returns the same as `parseYaml`.
 */
import { largestAlias } from './largest-alias.ts';
import {
  type ListNode,
  MAX_DEPTH,
  type MapEntry,
  type MapNode,
  type Node,
  type ScalarNode,
} from './nodes.ts';
import type { Source } from './source.ts';

/** Tabs, carriage returns, byte order marks and the markers of documents. */
const UNUSUAL = /[\t\r\ufeff]|^(?:---|\.\.\.)/m;

/** Returns the same source as `parseYaml`, or `undefined` if that is needed. */
export function yamlFastPath(text: string): Source | undefined {
  if (UNUSUAL.test(text)) return;
  try {
    return { text, root: new YamlReader(text).document() };
  } catch (error) {
    if (error !== GIVEN_UP) throw error;
    return;
  }
}

const GIVEN_UP = new Error('The YAML needs its parser.');

function giveUp(): never {
  throw GIVEN_UP;
}

/** Empty lines and comments, and the indentation of the line after them. */
const UP_TO_CONTENT = /(?: *(?:#[^\n]*)?\n)* *(?:#[^\n]*$)?/y;
const END_OF_LINE = / *(?:(?<= )#[^\n]*)?(?:\n|$)/y;
const SPACES = / +/y;
const DASH = /-(?=[ \n]|$)/y;
const DOUBLE_QUOTED = /"(?:[^"\\\n]|\\[^\n])*"/y;
const SINGLE_QUOTED = /'(?:[^'\n]|'')*'/y;
const PLAIN_SCALAR = plainScalar(String.raw`\n`);
const PLAIN_IN_FLOW = plainScalar(String.raw`\n,[\]{}`);
const ANCHOR = /&[\w-]+/y;
const ALIAS = /\*[\w-]+/y;
const BLOCK_HEADER = /[|>]-?/y;
const BLOCK_INDENT = /\n*( +)(?=[^ \n])/y;

/**
 * Returns a pattern for a plain scalar on one line, and the spaces after it.
 *
 * @param ends the characters that end the scalar anywhere
 */
function plainScalar(ends: string): RegExp {
  const first = String.raw`[^ ${ends}\-?:,[\]{}#&*!|>'"%@\x60]|[-?:](?![ ${ends}]|$)`;
  const text = `[^:#${ends}]*`;
  const inside = `:(?![ ${ends}]|$)|(?<! )#`;
  return new RegExp(`(?:${first})${text}(?:(?:${inside})${text})*`, 'y');
}

class YamlReader {
  readonly #text: string;
  /** A single string for all keys with the same name, to save memory. */
  readonly #names = new Map<string, string>();
  readonly #anchors = new Map<string, Node>();
  /** The anchors of scalars that no alias refers to yet, which may be text. */
  readonly #unused = new Set<string>();
  #at = 0;
  /** The end of the last line with a value, with its line break. */
  #contentEnd = 0;
  /** The number of nested collections around `#at`. */
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  document(): Node {
    if (!this.#skipToContent()) giveUp();
    const root = this.#block(this.#column);
    if (this.#at < this.#text.length || this.#unused.size > 0) giveUp();
    // An alias in front matter may refer to what is outside.
    if (this.#anchors.size > 0 && (/frontmatter/.test(this.#text) || largestAlias(root))) giveUp();
    return root;
  }

  get #column(): number {
    return this.#at - (this.#text.lastIndexOf('\n', this.#at - 1) + 1);
  }

  #next(): string | undefined {
    return this.#text[this.#at];
  }

  /** Skips the match of a sticky pattern, and returns whether there is one. */
  #skip(pattern: RegExp): boolean {
    pattern.lastIndex = this.#at;
    const isMatch = pattern.test(this.#text);
    if (isMatch) this.#at = pattern.lastIndex;
    return isMatch;
  }

  #isDash(): boolean {
    DASH.lastIndex = this.#at;
    return DASH.test(this.#text);
  }

  /** Skips empty lines and comments, and returns whether anything follows. */
  #skipToContent(): boolean {
    this.#skip(UP_TO_CONTENT);
    return this.#at < this.#text.length;
  }

  #endLine(): void {
    if (!this.#skip(END_OF_LINE)) giveUp();
    this.#contentEnd = this.#at;
  }

  /** Reads the node at a column, which only indentation, dashes and keys precede on its line. */
  #block(column: number): Node {
    if (this.#isDash()) return this.#nested(() => this.#list(column));
    if (this.#isFlow()) return this.#value(column);
    const scalar = this.#scalar(PLAIN_SCALAR);
    if (this.#next() === ':') return this.#nested(() => this.#map(column, scalar));
    this.#endLine();
    return scalar;
  }

  #map(column: number, firstKey: ScalarNode): MapNode {
    const entries: MapEntry[] = [];
    const keys = new Set<string>();
    let scalar = firstKey;
    for (;;) {
      // The colon is directly after the key, which is not longer than YAML allows.
      if (this.#next() !== ':' || this.#column > 1_000) giveUp();
      const { start, end } = scalar;
      const key = this.#name(scalar.value);
      if (keys.has(key)) giveUp();
      keys.add(key);
      this.#at += 1;
      const value = this.#after(column, true);
      entries.push({ key, start, end, value });
      if (!this.#skipToNext(column)) break;
      scalar = this.#scalar(PLAIN_SCALAR);
    }
    const { start } = firstKey;
    return { kind: 'map', start, end: this.#contentEnd, entries: compact(entries) };
  }

  #name(key: string): string {
    const known = this.#names.get(key);
    if (known === undefined) this.#names.set(key, key);
    return known ?? key;
  }

  #list(column: number): ListNode {
    const start = this.#at;
    const items: Node[] = [];
    // The next key may be at the column of a list as well.
    do {
      this.#at += 1;
      items.push(this.#after(column, false));
    } while (this.#skipToNext(column) && this.#isDash());
    return { kind: 'list', start, end: this.#contentEnd, items: compact(items) };
  }

  /** Skips to the next line of a map or list at a column, and returns whether there is one. */
  #skipToNext(column: number): boolean {
    if (!this.#skipToContent() || this.#column < column) return false;
    return this.#column === column || giveUp();
  }

  /** Reads the value after a colon or dash, in a map or list at a column. */
  #after(column: number, isInMap: boolean): Node {
    if (this.#skip(END_OF_LINE)) return this.#below(column, isInMap);
    if (!this.#skip(SPACES)) giveUp();
    if (this.#next() === '&') {
      return this.#anchored(() =>
        this.#skip(END_OF_LINE) ? this.#below(column, isInMap) : this.#value(column),
      );
    }
    if (isInMap || this.#isBlockScalar() || this.#next() === '*') return this.#value(column);
    return this.#block(this.#column);
  }

  /** Reads the value on the lines below a colon or dash. */
  #below(column: number, isInMap: boolean): Node {
    const isBelow =
      this.#skipToContent() &&
      (this.#column > column || (isInMap && this.#column === column && this.#isDash()));
    return isBelow ? this.#block(this.#column) : giveUp();
  }

  /** Reads an anchor, and the value that a function reads after it. */
  #anchored(read: () => Node): Node {
    const name = this.#word(ANCHOR);
    this.#skip(SPACES);
    const node = read();
    if (this.#anchors.has(name) || node.target) giveUp();
    this.#anchors.set(name, node);
    if (node.kind === 'scalar') this.#unused.add(name);
    return node;
  }

  #alias(): Node {
    const start = this.#at;
    const name = this.#word(ALIAS);
    const target = this.#anchors.get(name) ?? giveUp();
    this.#unused.delete(name);
    return { ...target, start, end: this.#at, target } as Node;
  }

  /** Reads the name of an anchor or alias, before a space or the end of a value. */
  #word(pattern: RegExp): string {
    const start = this.#at + 1;
    if (!this.#skip(pattern) || !/[ \n,\]}]/.test(this.#next() ?? '\n')) giveUp();
    return this.#text.slice(start, this.#at);
  }

  /** Reads a scalar or flow collection of a map or list at a column, up to the end of its line. */
  #value(column: number): Node {
    const plain = this.#plainScalar(PLAIN_SCALAR);
    if (!plain && this.#isBlockScalar()) return this.#blockScalar(column);
    const node = plain ?? this.#special() ?? this.#quotedScalar();
    this.#endLine();
    return node;
  }

  /** Reads a scalar on one line. */
  #scalar(plain: RegExp): ScalarNode {
    return this.#plainScalar(plain) ?? this.#quotedScalar();
  }

  #plainScalar(pattern: RegExp): ScalarNode | undefined {
    const start = this.#at;
    if (!this.#skip(pattern)) return;
    const value = this.#text.slice(start, this.#at).replace(/(?<! ) +$/, '');
    this.#at = start + value.length;
    return { kind: 'scalar', start, end: this.#at, value, style: 'plain' };
  }

  #quotedScalar(): ScalarNode {
    const start = this.#at;
    const isDouble = this.#skip(DOUBLE_QUOTED);
    if (!isDouble && !this.#skip(SINGLE_QUOTED)) giveUp();
    const inside = this.#text.slice(start + 1, this.#at - 1);
    return isDouble
      ? { kind: 'scalar', start, end: this.#at, value: unescapeJson(inside), style: 'double' }
      : {
          kind: 'scalar',
          start,
          end: this.#at,
          value: inside.replaceAll("''", "'"),
          style: 'single',
        };
  }

  #isFlow(): boolean {
    const next = this.#next();
    return next === '[' || next === '{';
  }

  /** Reads a flow collection on one line. */
  #flow(): Node {
    return this.#nested(() => (this.#next() === '{' ? this.#flowMap() : this.#flowList()));
  }

  #nested<T>(read: () => T): T {
    this.#depth += 1;
    if (this.#depth > MAX_DEPTH) giveUp();
    const node = read();
    this.#depth -= 1;
    return node;
  }

  #flowList(): ListNode {
    const start = this.#at;
    const items: Node[] = [];
    this.#open();
    while (this.#next() !== ']') {
      items.push(this.#flowValue());
      this.#separator(']');
    }
    this.#at += 1;
    return { kind: 'list', start, end: this.#at, items: compact(items) };
  }

  #flowMap(): MapNode {
    const start = this.#at;
    const entries: MapEntry[] = [];
    const keys = new Set<string>();
    this.#open();
    while (this.#next() !== '}') {
      const { value: key, start, end } = this.#scalar(PLAIN_IN_FLOW);
      if (this.#next() !== ':' || keys.has(key)) giveUp();
      keys.add(key);
      this.#at += 1;
      if (!this.#skip(SPACES)) giveUp();
      entries.push({ key, start, end, value: withoutFrontMatter(key, this.#flowValue()) });
      this.#separator('}');
    }
    this.#at += 1;
    return { kind: 'map', start, end: this.#at, entries: compact(entries) };
  }

  #flowValue(): Node {
    if (this.#next() === '&') return this.#anchored(() => this.#flowValue());
    return this.#special() ?? this.#scalar(PLAIN_IN_FLOW);
  }

  /** Reads a flow collection or an alias. */
  #special(): Node | undefined {
    if (this.#isFlow()) return this.#flow();
    return this.#next() === '*' ? this.#alias() : undefined;
  }

  /** Skips a bracket or a comma. */
  #open(): void {
    this.#at += 1;
    this.#skip(SPACES);
  }

  /** Skips a comma between the items of a flow collection. */
  #separator(close: string): void {
    this.#skip(SPACES);
    if (this.#next() === ',') this.#open();
    else if (this.#next() !== close) giveUp();
  }

  #isBlockScalar(): boolean {
    const next = this.#next();
    return next === '|' || next === '>';
  }

  /** Reads a block scalar without an indentation indicator. */
  #blockScalar(column: number): ScalarNode {
    const start = this.#at;
    this.#skip(BLOCK_HEADER);
    const header = this.#text.slice(start, this.#at);
    this.#endLine();
    BLOCK_INDENT.lastIndex = this.#at;
    const indent = BLOCK_INDENT.exec(this.#text)?.[1] ?? giveUp();
    if (indent.length <= column) giveUp();
    const contentStart = this.#at;
    this.#skip(new RegExp(`(?:${indent}[^\n]*(?:\n|$)| *\n)+`, 'y'));
    const content = this.#text.slice(contentStart, this.#at).replace(/(?<!\n)\n+$/, '\n');
    const end = contentStart + content.length;
    this.#contentEnd = end;
    const value = blockValue(header, content, indent);
    return { kind: 'scalar', start, end, value, style: header[0] === '|' ? 'literal' : 'folded' };
  }
}

/**
 * Copies an array without the space for further elements that V8 reserves when one is added. With 100,000
 * credits, the peak memory of a build is 20 MB lower on Node 20 and 60 MB lower on Node 24.
 */
function compact<T>(array: readonly T[]): T[] {
  return [...array];
}

/** The front matter of a page that is one flow collection has no lines of its own. */
function withoutFrontMatter(key: string, value: Node): Node {
  return key === 'frontmatter' && value.kind === 'map' ? giveUp() : value;
}

/** Returns the value of a double-quoted scalar whose escapes are those of JSON. */
function unescapeJson(inside: string): string {
  if (!inside.includes('\\')) return inside;
  try {
    return JSON.parse(`"${inside}"`);
  } catch {
    return giveUp();
  }
}

function blockValue(header: string, content: string, indent: string): string {
  const isFolded = header[0] === '>';
  const lines = content.split('\n').map((line) => {
    // A folded line that is indented deeper keeps its line breaks.
    if (/^ +$/.test(line) || (isFolded && line[indent.length] === ' ')) giveUp();
    return line.slice(indent.length);
  });
  while (lines.at(-1) === '') lines.pop();
  const text = lines.join('\n');
  const value = isFolded ? text.replace(/\n+/g, (lineBreaks) => lineBreaks.slice(1) || ' ') : text;
  return header.endsWith('-') ? value : `${value}\n`;
}
