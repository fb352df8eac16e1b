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
import type { FrontMatter } from '../model/front-matter.ts';

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
  const copy = spelled(source, frontMatter) as YAMLMap;
  const [first] = copy.items;
  if (!first) return;
  if (map.items.length > 0) {
    const key = first.key as Node;
    key.commentBefore = [copy.commentBefore, key.commentBefore].filter(Boolean).join('\n') || null;
  } else map.commentBefore = copy.commentBefore ?? null;
  map.comment = copy.comment ?? null;
  for (const item of copy.items) map.add(item);
}

/** A copy of a node whose scalars keep their spelling, with aliases written out. */
function spelled(node: unknown, frontMatter: FrontMatter): Node {
  const written = node as Node;
  const copy = copyOf(frontMatter.resolve(written), frontMatter);
  copy.comment = written.comment ?? null;
  copy.commentBefore = written.commentBefore ?? null;
  if (written.spaceBefore) copy.spaceBefore = true;
  return copy;
}

function copyOf(node: Node, frontMatter: FrontMatter): Node {
  if (isCollection(node) && node.flow && !holdsProperties(node)) {
    return new Scalar(new Spelling(reindented(textOf(node, frontMatter))));
  }
  if (isMap(node)) {
    const copy = new YAMLMap();
    if (node.flow) copy.flow = true;
    for (const { key, value } of node.items) {
      copy.items.push(
        new Pair(spelled(key, frontMatter), value === null ? null : spelled(value, frontMatter)),
      );
    }
    return copy;
  }
  if (isSeq(node)) {
    const copy = new YAMLSeq();
    if (node.flow) copy.flow = true;
    copy.items = node.items.map((item) => spelled(item, frontMatter));
    return copy;
  }
  return spelledScalar(node as Scalar<string>, frontMatter);
}

function spelledScalar(node: Scalar<string>, frontMatter: FrontMatter): Node {
  if (node.tag) {
    const copy = new Scalar(node.value);
    copy.type = 'QUOTE_DOUBLE';
    return copy;
  }
  if (node.source === '' && node.type === 'PLAIN') return new Scalar(null);
  const text = textOf(node, frontMatter);
  if (!node.type?.startsWith('BLOCK')) return new Scalar(new Spelling(reindented(text)));
  const [header = '', ...body] = text.split('\n');
  if (/\d/.test(header) || body.every((line) => line.trim() === '')) {
    const copy = new Scalar(node.value);
    copy.type = node.type as Scalar.Type;
    return copy;
  }
  const indent = /^ */.exec(body.find((line) => line.trim()) ?? '')?.[0].length ?? 0;
  const lines = body.map((line) => line.slice(indent));
  while (lines.at(-1) === '' && !header.includes('+')) lines.pop();
  if (header.includes('+')) lines.pop();
  return new Scalar(new Spelling([header, ...lines]));
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
