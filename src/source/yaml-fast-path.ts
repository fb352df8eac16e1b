/**
 * Reads plain, regular YAML from the tokens of `yaml`'s lexer: maps, lists and texts, without the
 * syntax tree that `parseDocument` makes of them first. It gives up on anything else, and on
 * anything that may be an error, so that `parseDocument` says what it is.
 */
import { Lexer, type Node, type Scalar } from 'yaml';
import { mapNode, pairOf, scalarNode, seqNode } from './nodes.ts';
import { blockText, quotedText } from './resolve-scalar.ts';

/** What is not plain here: tabs, carriage returns, a byte order mark, and front matter, whose comments are kept. */
const UNUSUAL = /[\t\r\ufeff]|^(?:"frontmatter"|'frontmatter'|frontmatter)/m;

/** The root of plain YAML; nothing where it is not plain, or not right. */
export function yamlFastPath(text: string): Node | undefined {
  if (UNUSUAL.test(text)) return;
  try {
    return new Reader(text).document();
  } catch (error) {
    if (error !== GIVEN_UP) throw error;
    return;
  }
}

const GIVEN_UP = new Error('not plain');

function giveUp(): never {
  throw GIVEN_UP;
}

/** What the lexer puts before the text of a scalar, and before a document. */
const SCALAR = '\u001f';
const DOCUMENT = '\u0002';

class Reader {
  readonly #tokens: Generator<string>;
  /** The token that is looked at; empty at the end. */
  #token = '';
  /** Whether it is the text of a plain or a block scalar. */
  #isText = false;
  /** Where it starts, and where its line does. */
  #at = 0;
  #line = 0;
  /** The keys so far, one node for each: where a key stands matters only in what is not plain. */
  readonly #keys = new Map<string, Node>();

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

  #is(mark: string): boolean {
    return this.#token === mark && !this.#isText;
  }

  get #column(): number {
    return this.#at - this.#line;
  }

  #next(): void {
    const { length } = this.#token;
    this.#at += this.#token === DOCUMENT ? 0 : length;
    if (this.#token.charCodeAt(length - 1) === 10) this.#line = this.#at;
    let { value, done } = this.#tokens.next();
    this.#isText = value === SCALAR;
    if (this.#isText) ({ value, done } = this.#tokens.next());
    this.#token = done ? '' : value;
  }

  /** Passes white space, line ends and comments; tells whether there is anything after them. */
  #skipToContent(): boolean {
    for (;;) {
      const first = this.#token.charCodeAt(0);
      if (this.#isText) return true;
      // A space, a line feed, a number sign; the sign of a document is nothing.
      if (first !== 32 && first !== 10 && first !== 35 && first !== 2) break;
      this.#next();
    }
    return this.#token !== '';
  }

  /** Passes the rest of a line, in which there is nothing but a comment. */
  #endLine(): void {
    if (this.#token === '') return;
    if (this.#space() && this.#token.charCodeAt(0) === 35 && !this.#isText) this.#next();
    if (this.#token !== '\n' && this.#token !== '') giveUp();
  }

  /** What starts at a column, with nothing but indents, dashes and keys before it. */
  #block(column: number): Node {
    if (this.#is('-')) return this.#list(column);
    if (!this.#isKey()) return this.#value();
    const start = this.#at;
    const node = this.#scalar();
    if (this.#is(':')) return this.#map(column, start, this.#known(node));
    this.#endLine();
    return node;
  }

  #isKey(): boolean {
    return this.#isText || this.#token[0] === '"' || this.#token[0] === "'";
  }

  #known(key: Scalar<string>): Node {
    const known = this.#keys.get(key.value);
    if (!known) this.#keys.set(key.value, key);
    return known ?? key;
  }

  #map(column: number, start: number, first: Node): Node {
    const map = mapNode(start);
    let key = first;
    for (;;) {
      // Right after the key, which is no longer than YAML allows.
      if (!this.#is(':') || this.#column > 1_000) giveUp();
      const after = this.#at + 1;
      this.#next();
      map.items.push(pairOf(key, this.#after(after, column, true)));
      map.end = this.#at;
      if (!this.#skipToContent() || this.#column < column) return map;
      if (this.#column > column || !this.#isKey()) giveUp();
      key = this.#known(this.#scalar());
    }
  }

  #list(column: number): Node {
    const list = seqNode(this.#at);
    for (;;) {
      const after = this.#at + 1;
      this.#next();
      list.items.push(this.#after(after, column, false));
      list.end = this.#at;
      if (!this.#skipToContent() || this.#column < column) return list;
      if (this.#column > column) giveUp();
      // A list may stand at the column of the key that it belongs to, and so the next key may.
      if (!this.#is('-')) return list;
    }
  }

  /**
   * What follows a colon or a dash.
   *
   * @param offset where that ends
   * @param column where the map or the list stands
   */
  #after(offset: number, column: number, inMap: boolean): Node {
    if (!this.#space() && !this.#is('\n') && this.#token !== '') giveUp();
    const first = this.#isText ? 0 : this.#token.charCodeAt(0);
    if (first === 35) this.#next();
    else if (first !== 10 && this.#token !== '') {
      if (inMap) return this.#value();
      return this.#token === '-' || this.#isKey() ? this.#block(this.#column) : this.#value();
    }
    this.#endLine();
    const isBelow =
      this.#skipToContent() &&
      (this.#column > column || (inMap && this.#column === column && this.#is('-')));
    return isBelow ? this.#block(this.#column) : scalarNode('', 'PLAIN', offset, offset);
  }

  /** A text or a collection in brackets, and the end of its line. */
  #value(): Node {
    const first = this.#isText ? '' : this.#token[0];
    if (first === '|' || first === '>') return this.#blockScalar();
    const node = first === '[' || first === '{' ? this.#flow() : this.#scalar();
    this.#endLine();
    return node;
  }

  /** A text in one line. */
  #scalar(): Scalar<string> {
    const [token, start] = [this.#token, this.#at];
    const end = start + token.length;
    if (token.includes('\n')) giveUp();
    if (this.#isText) {
      if (token === '' || /^[\t,[\]{}#&*!|>'"%@`]/.test(token)) giveUp();
      this.#next();
      return scalarNode(token, 'PLAIN', start, end);
    }
    const quote = token[0];
    if ((quote !== '"' && quote !== "'") || token.length < 2 || !token.endsWith(quote)) giveUp();
    this.#next();
    const inside = token.slice(1, -1);
    if (quote === "'") return scalarNode(inside.replaceAll("''", "'"), 'QUOTE_SINGLE', start, end);
    const value = inside.includes('\\') ? quotedText(token, giveUp) : inside;
    return scalarNode(value, 'QUOTE_DOUBLE', start, end);
  }

  /** A collection in brackets, in one line. */
  #flow(): Node {
    const isMap = this.#token === '{';
    const close = isMap ? '}' : ']';
    const node = isMap ? mapNode(this.#at) : seqNode(this.#at);
    this.#next();
    this.#space();
    while (!this.#is(close)) {
      const isInner = this.#is('[') || this.#is('{');
      if (isInner && isMap) giveUp();
      const item = isInner ? this.#flow() : this.#scalar();
      if (isMap) {
        if (!this.#is(':')) giveUp();
        this.#next();
        if (!this.#space()) giveUp();
        const isNested = this.#is('[') || this.#is('{');
        const value = isNested ? this.#flow() : this.#scalar();
        (node.items as unknown[]).push(pairOf(item, value));
      } else (node.items as unknown[]).push(item);
      this.#space();
      if (this.#is(',')) {
        this.#next();
        this.#space();
      } else if (!this.#is(close)) giveUp();
    }
    this.#next();
    node.end = this.#at;
    return node;
  }

  #space(): boolean {
    const isSpace = !this.#isText && this.#token.charCodeAt(0) === 32;
    if (isSpace) this.#next();
    return isSpace;
  }

  #blockScalar(): Node {
    const [header, start] = [this.#token, this.#at];
    if (/\d/.test(header)) giveUp();
    this.#next();
    this.#endLine();
    if (this.#token !== '\n') giveUp();
    this.#next();
    if (!this.#isText) giveUp();
    const { value, type } = blockText(this.#token, header, giveUp);
    const end = this.#at + this.#token.length;
    this.#next();
    return scalarNode(value, type, start, end);
  }
}
