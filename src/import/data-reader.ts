import type { Report } from '../diagnostics/report.ts';
import { isAbsent, type MapEntry, type Node } from '../source/nodes.ts';
import { forbiddenScheme, lacksScheme } from '../text/url-scheme.ts';
import { foldWhiteSpace, isVisible, showableText } from '../text/visible-text.ts';

/** The keys of a map in a file, without those that have no value. */
export type DataMap = ReadonlyMap<string, Node>;

/** Reads the values of a file, reports those of a wrong type, and collects what is left out. */
export class DataReader {
  readonly #report: Report;
  readonly #isJson: boolean;
  readonly #leftOut = new Set<string>();
  readonly #leftOutKeys = new Map<string, Set<string>>();

  constructor(report: Report, { isJson }: { isJson: boolean }) {
    this.#report = report;
    this.#isJson = isJson;
  }

  /** Descriptions of what a source cannot contain, each once. */
  get leftOut(): string[] {
    const keys = Array.from(this.#leftOutKeys, ([of, names]) => `${of}: ${[...names].join(', ')}`);
    return [...keys, ...this.#leftOut];
  }

  leaveOut(description: string): void {
    this.#leftOut.add(description);
  }

  /**
   * Leaves out the keys of a map other than those that are read.
   *
   * @param of what they are keys of, for the description
   */
  leaveOutKeys(map: DataMap, read: ReadonlySet<string>, of: string): void {
    for (const key of map.keys()) {
      if (read.has(key)) continue;
      this.#leftOutKeys.set(of, (this.#leftOutKeys.get(of) ?? new Set()).add(key));
    }
  }

  /** Returns the keys of a map, or `undefined` if a value is not a map, which is reported. */
  map(node: Node | undefined, expected: string, help?: string): DataMap | undefined {
    if (node?.kind !== 'map') return this.#wrongType(node, expected, help);
    const present = ({ value }: MapEntry) => !isAbsent(value);
    return new Map(node.entries.filter(present).map(({ key, value }) => [key, value as Node]));
  }

  /** Returns the items of a list. An absent list is empty, and another value is reported. */
  list(node: Node | undefined, expected: string): Node[] {
    if (!node || isAbsent(node)) return [];
    if (node.kind === 'list') return node.items;
    this.#wrongType(node, expected);
    return [];
  }

  /** Returns visible text, or `undefined` if there is none. A map or a list is reported. */
  text(node: Node | undefined, expected = 'a string'): string | undefined {
    if (!node || isAbsent(node)) return;
    if (node.kind !== 'scalar') return this.#wrongType(node, expected);
    const text = foldWhiteSpace(showableText(node.value));
    return isVisible(text) ? text : undefined;
  }

  /**
   * Returns a URL, or `undefined` if there is none, or none that a source can contain, which is left out.
   * A host without a scheme becomes an `https:` URL.
   *
   * @param what what the URL is, for the description
   */
  url(node: Node | undefined, what: string): string | undefined {
    const text = this.text(node, 'a URL');
    if (text === undefined) return;
    const scheme = forbiddenScheme(text);
    if (scheme === undefined) return lacksScheme(text) ? `https://${text}` : text;
    this.leaveOut(`${what}, as "${scheme}" is not allowed in a URL`);
    return;
  }

  /** Reports a map that lacks a key. */
  missing(
    node: Node,
    key: string,
    noun: string,
    more: { or?: string; help?: string } = {},
  ): undefined {
    this.#report('missing-key', node, { key, noun, isJson: this.#isJson, ...more });
  }

  #wrongType(node: Node | undefined, expected: string, help = `write ${expected}`): undefined {
    const found =
      !node || isAbsent(node)
        ? 'nothing'
        : node.kind === 'scalar'
          ? `"${foldWhiteSpace(node.value)}"`
          : `a ${node.kind}`;
    this.#report('wrong-type', node, { expected, found, help });
  }
}
