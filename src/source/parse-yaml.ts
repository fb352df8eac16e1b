import {
  type Alias,
  Composer,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isNode,
  isScalar,
  LineCounter,
  Parser,
  type Scalar,
  visit,
  YAMLParseError,
  type Node as YamlNode,
} from 'yaml';
import { type Report, reportTooDeep, withoutStackTraces } from '../diagnostics/report.ts';
import type { Range } from '../text/range.ts';
import { largestAlias } from './largest-alias.ts';
import { flowPieceAt, valueAt } from './line-ranges.ts';
import {
  MAX_DEPTH,
  type MapEntry,
  type MapNode,
  type Node,
  type ScalarStyle,
  targetOf,
} from './nodes.ts';
import { quoteScalar } from './quote-scalar.ts';
import type { Source } from './source.ts';
import { reportYamlErrors } from './yaml-errors.ts';

/**
 * Parses one YAML 1.2 document with the failsafe schema, in which every scalar is a string.
 *
 * @returns `undefined` if the YAML is invalid, which is reported
 */
export function parseYaml(text: string, report: Report): Source | undefined {
  try {
    return readDocument(text, report);
  } catch (error) {
    reportTooDeep(error, report);
    return;
  }
}

function readDocument(text: string, report: Report): Source | undefined {
  const lines = new LineCounter();
  const composer = new Composer({
    lineCounter: lines,
    schema: 'failsafe',
    uniqueKeys: false,
    resolveKnownTags: false,
  });
  const tokens = new BoundedParser(lines.addNewLine).parse(text);
  const [document, second] = withoutStackTraces(() => {
    const [first, next] = composer.compose(tokens, true, text.length);
    return [first as Document | undefined, next];
  });
  // The composer always returns a document.
  if (!document) return;
  if (second) {
    const { start, end } = rangeOf(second);
    document.errors.push(new YAMLParseError([start, end], 'MULTIPLE_DOCS', 'a second document'));
  }
  if (document.errors.length > 0) {
    reportYamlErrors(document, text, report);
    return;
  }
  const tags = document.warnings.filter(({ code }) => code === 'TAG_RESOLVE_FAILED');
  for (const { pos } of tags) {
    const [start, end] = pos;
    const tag = text.slice(start, end);
    // `!!str` and `!<…>` are not the start of a text.
    const value = /^![^!<]/.test(tag) ? textAt(text, start) : undefined;
    report('yaml-tag', { start, end }, { tag, ...(value && { text: quoted(text, value) }) });
  }
  if (tags.length > 0) return;
  const targets = /[*&]/.test(text)
    ? aliasTargets(document, text, report)
    : new Map<Alias, YamlNode>();
  if (!targets) return;
  const root = document.contents
    ? new NodeReader(lines, targets, report).node(document.contents)
    : undefined;
  const largest = root && targets.size > 0 ? largestAlias(root) : undefined;
  if (largest) {
    report('yaml-alias-bomb', largest, { name: text.slice(largest.start + 1, largest.end) });
    return;
  }
  return { text, root, document, targets };
}

class BoundedParser extends Parser {
  /** @throws {RangeError} if collections are nested too deeply */
  override *next(lexeme: string) {
    yield* super.next(lexeme);
    // The document and a scalar are on the stack as well.
    if (this.stack.length > MAX_DEPTH + 2) throw new RangeError('The YAML is nested too deeply.');
  }
}

const STYLES: Partial<Record<Scalar.Type, ScalarStyle>> = {
  QUOTE_SINGLE: 'single',
  QUOTE_DOUBLE: 'double',
  BLOCK_LITERAL: 'literal',
  BLOCK_FOLDED: 'folded',
};

/** Converts the nodes of `yaml`, and reports keys that are duplicates or not strings. */
class NodeReader {
  readonly #lines: LineCounter;
  readonly #targets: ReadonlyMap<Alias, YamlNode>;
  readonly #report: Report;
  readonly #known = new Map<YamlNode, Node>();

  constructor(lines: LineCounter, targets: ReadonlyMap<Alias, YamlNode>, report: Report) {
    this.#lines = lines;
    this.#targets = targets;
    this.#report = report;
  }

  node(written: YamlNode): Node {
    if (isAlias(written)) {
      const target = targetOf(this.node(this.#targets.get(written) as YamlNode));
      return { ...target, ...rangeOf(written), target } as Node;
    }
    const known = this.#known.get(written);
    if (known) return known;
    const node = this.#convert(written);
    this.#known.set(written, node);
    return node;
  }

  #convert(written: YamlNode): Node {
    const range = rangeOf(written);
    if (isMap(written)) return this.#map(written.items, range);
    if (isCollection(written)) {
      return {
        kind: 'list',
        ...range,
        items: (written.items as YamlNode[]).map((item) => this.node(item)),
      };
    }
    const { value, type = 'PLAIN', tag } = written as Scalar;
    return {
      kind: 'scalar',
      ...range,
      value: String(value),
      style: STYLES[type as Scalar.Type] ?? (value === '' ? 'absent' : 'plain'),
      ...(tag && { isTagged: true }),
    };
  }

  #map(items: readonly { key: unknown; value: unknown }[], range: Range): MapNode {
    const entries = new Map<string, MapEntry>();
    for (const { key: writtenKey, value } of items) {
      const key = this.node(writtenKey as YamlNode);
      const { start, end } = key;
      if (key.kind !== 'scalar') {
        const found = key.kind === 'map' ? 'a map' : 'a list';
        this.#report('wrong-type', key, { expected: 'a string as the key', found });
        continue;
      }
      const before = entries.get(key.value);
      if (before) {
        const { line } = this.#lines.linePos(before.start);
        this.#report('duplicate-key', key, { key: key.value, line });
        continue;
      }
      entries.set(key.value, {
        key: key.value,
        start,
        end,
        value: value ? this.node(value as YamlNode) : undefined,
      });
    }
    return { kind: 'map', ...range, entries: [...entries.values()] };
  }
}

function rangeOf(node: YamlNode | Document): Range {
  const [start, end] = node.range ?? [0, 0];
  return { start, end };
}

/** Returns the node that each alias refers to, or `undefined` if an alias or anchor is invalid. */
function aliasTargets(
  document: Document,
  text: string,
  report: Report,
): Map<Alias, YamlNode> | undefined {
  const anchors = new Map<string, YamlNode>();
  const targets = new Map<Alias, YamlNode>();
  const unused = new Set<YamlNode>();
  let isWhole = true;
  visit(document, (key, node) => {
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      const isInside = target && rangeOf(target).end > rangeOf(node).start;
      if (target && !isInside) {
        targets.set(node, target);
        unused.delete(target);
      } else {
        reportAlias(node, Boolean(isInside), text, report);
        isWhole = false;
      }
    } else if (isNode(node) && node.anchor !== undefined) {
      anchors.set(node.anchor, node);
      if (key !== 'key') unused.add(node);
    }
  });
  for (const node of unused) {
    if (isScalar(node) && !reportAnchor(node, text, report)) isWhole = false;
  }
  return isWhole ? targets : undefined;
}

/** Reports an alias without an anchor before it. Text such as `*this*` is Markdown. */
function reportAlias(alias: Alias, isInside: boolean, text: string, report: Report): void {
  const range = rangeOf(alias);
  const name = alias.source;
  if (/^\*|\*$/.test(name)) {
    const reason = 'a value that starts with * is a YAML alias';
    report('yaml-quote', range, { reason, text: quoted(text, range) });
  } else report(isInside ? 'yaml-alias-cycle' : 'yaml-alias', range, { name });
}

/**
 * Reports an anchor that no alias refers to, if it is probably the start of a text. Returns whether
 * the text has another value.
 */
function reportAnchor(scalar: Scalar, text: string, report: Report): boolean {
  const name = `&${scalar.anchor}`;
  const start = text.lastIndexOf(name, rangeOf(scalar).start);
  const range = textAt(text, start);
  if (!range) return true;
  if (scalar.value === '') {
    const reason = 'a value that starts with & is a YAML anchor';
    report('yaml-quote', range, { reason, text: quoted(text, range) });
    return false;
  }
  report('yaml-anchor', { start, end: start + name.length }, { name, text: quoted(text, range) });
  return true;
}

/** Returns the whole value at an offset, which YAML may read as something else. */
function textAt(text: string, at: number): Range | undefined {
  return flowPieceAt(text, at) ?? valueAt(text, at);
}

function quoted(text: string, { start, end }: Range): string {
  return quoteScalar(text.slice(start, end));
}
