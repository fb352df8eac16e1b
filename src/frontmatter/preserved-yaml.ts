/** Front matter that passes into the page with the spelling that it has in the source. */
import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  Pair,
  Scalar,
  type ScalarTag,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml';
import type { FrontMatter } from './starlight-front-matter.ts';

/** A piece of YAML that is written with the very characters that it had in the source. */
class Spelling {
  readonly lines: string[];

  constructor(lines: string[]) {
    this.lines = lines;
  }
}

/** The YAML tag of such a piece; it is never shown. */
export const asWritten: ScalarTag = {
  tag: 'tag:starlight-credits,2026:as-written',
  default: true,
  identify: (value) => value instanceof Spelling,
  resolve: (text) => text,
  stringify: ({ value }, { indent }) =>
    (value as Spelling).lines
      .map((line, index) => (index && line ? indent + line : line))
      .join('\n'),
};

/** Adds the page's further front matter to a map. */
export function addAsWritten(map: YAMLMap<unknown, unknown>, frontMatter: FrontMatter): void {
  const source = frontMatter.map;
  const items = pairsOf(source, frontMatter);
  const [first] = items;
  if (!first) return;
  const { key } = first;
  const before = [source.commentBefore, key.commentBefore].filter(Boolean).join('\n');
  if (before) key.commentBefore = before;
  map.comment = source.comment ?? null;
  for (const item of items) map.add(item);
}

function pairsOf(
  { items }: YAMLMap,
  frontMatter: FrontMatter,
  inFlow = false,
): Pair<Node, Node | null>[] {
  return items.map(({ key, value }) => {
    // A key is a single line.
    const name = spelled(key, frontMatter, true);
    return new Pair(name, value === null ? null : spelled(value, frontMatter, inFlow));
  });
}

/** A copy of a node whose scalars keep their spelling, with aliases written out. */
function spelled(node: unknown, frontMatter: FrontMatter, inFlow = false): Node {
  const written = node as Node;
  const copy = copyOf(frontMatter.resolve(written), frontMatter, inFlow);
  // The comment on the header of a block text would end up at the end of it.
  const isBlock = isScalar(written) && written.type?.startsWith('BLOCK');
  copy.comment = isBlock ? null : (written.comment ?? null);
  copy.commentBefore = written.commentBefore ?? null;
  if (written.spaceBefore) copy.spaceBefore = true;
  return copy;
}

function copyOf(node: Node, frontMatter: FrontMatter, inFlow: boolean): Node {
  if (isCollection(node) && node.flow && !holdsProperties(node)) {
    return new Scalar(new Spelling(reindented(textOf(node, frontMatter))));
  }
  if (isMap(node)) {
    const copy = new YAMLMap();
    if (node.flow || inFlow) copy.flow = true;
    copy.items = pairsOf(node, frontMatter, inFlow || node.flow);
    return copy;
  }
  if (isSeq(node)) {
    const copy = new YAMLSeq();
    if (node.flow || inFlow) copy.flow = true;
    copy.items = node.items.map((item) => {
      const inner = spelled(item, frontMatter, inFlow || node.flow);
      // After a dash nothing would leave a space at the end of the line.
      return isScalar(inner) && inner.value === null ? new Scalar(new Spelling(['null'])) : inner;
    });
    return copy;
  }
  return spelledScalar(node as Scalar<string>, frontMatter, inFlow);
}

function spelledScalar(node: Scalar<string>, frontMatter: FrontMatter, inFlow: boolean): Node {
  const block = node.type?.startsWith('BLOCK');
  if (node.tag || (block && inFlow)) {
    const copy = new Scalar(node.value);
    copy.type = 'QUOTE_DOUBLE';
    return copy;
  }
  if (node.source === '' && node.type === 'PLAIN') return new Scalar(null);
  const text = textOf(node, frontMatter);
  if (!block) return new Scalar(new Spelling(reindented(text)));
  const [first = '', ...body] = text.split('\n');
  const indicators = first.replace(/\s.*$/, '');
  if (/\d/.test(indicators) || body.every((line) => line.trim() === '')) {
    const copy = new Scalar(node.value);
    copy.type = node.type as Scalar.Type;
    return copy;
  }
  const indent = /^ */.exec(body.find((line) => line.trim()) ?? '')?.[0].length ?? 0;
  const lines = body.map((line) => line.slice(indent));
  while (lines.at(-1) === '' && !indicators.includes('+')) lines.pop();
  if (indicators.includes('+')) lines.pop();
  return new Scalar(new Spelling([first, ...lines]));
}

/** Whether there is, in a collection, an alias, an anchor or a tag, which mean nothing elsewhere. */
function holdsProperties(node: Node): boolean {
  let found = false;
  visit(node, (_, inner) => {
    const held = (isScalar(inner) || isCollection(inner)) && (inner.anchor || inner.tag);
    if (!isAlias(inner) && (!held || inner === node)) return;
    found = true;
    return visit.BREAK;
  });
  return found;
}

function textOf(node: Node, { text }: FrontMatter): string {
  const [start, end] = node.range as [number, number, number];
  return text.slice(start, end).replaceAll('\r\n', '\n');
}

/** The lines of a flow node: how those after the first are indented means nothing. */
function reindented(text: string): string[] {
  return text.split('\n').map((line, index) => (index === 0 ? line : line.trimStart()));
}
