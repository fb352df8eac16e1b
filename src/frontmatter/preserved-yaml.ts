/** Front matter with the same formatting and quotes as in the source. */
import {
  type Document,
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  Pair,
  parseDocument,
  Scalar,
  type ScalarTag,
  visit,
  YAMLMap,
  YAMLSeq,
  type Node as YamlNode,
} from 'yaml';
import type { Source } from '../source/source.ts';
import { foldCrlf } from '../text/fold-line-ends.ts';
import type { FrontMatterMap } from './front-matter-content.ts';

/** YAML that is written exactly as in the source. */
class Preserved {
  readonly lines: string[];

  constructor(lines: string[]) {
    this.lines = lines;
  }
}

/** The tag of preserved YAML; it is never written. */
export const preservedTag: ScalarTag = {
  tag: 'tag:starlight-credits,2026:preserved',
  default: true,
  identify: (value) => value instanceof Preserved,
  resolve: (text) => text,
  stringify: ({ value }, { indent }) =>
    (value as Preserved).lines
      .map((line, index) => (index && line ? indent + line : line))
      .join('\n'),
};

/** Adds front matter in a source to a map. */
export function addPreserved(
  map: YAMLMap<unknown, unknown>,
  source: Source,
  { path, replaced }: FrontMatterMap,
): void {
  const { document, text } = parsedEntry(source, String(path[0]));
  const context = {
    text,
    // `Alias.resolve` looks through the whole document.
    resolve: (node: YamlNode) => (isAlias(node) ? source.targets?.get(node) : node) as YamlNode,
  };
  const written = path.reduce(
    (node, step) => context.resolve((node as YAMLMap).get(step, true) as YamlNode),
    document.contents as YamlNode,
  ) as YAMLMap;
  const isKept = ({ key }: { key: unknown }) =>
    !replaced.has(String((context.resolve(key as YamlNode) as Scalar).value));
  const items = pairsOf({ items: written.items.filter(isKept) }, context);
  const [first] = items;
  if (!first) return;
  const { key } = first;
  const before = [written.commentBefore, key.commentBefore].filter(Boolean).join('\n');
  if (before) key.commentBefore = before;
  if (written.comment) map.comment = written.comment;
  // `add` looks for the key in all items.
  for (const item of items) map.items.push(item);
}

/** The syntax tree of a source, or of an entry alone if the fast path has read the source. */
function parsedEntry(
  { document, text, root }: Source,
  name: string,
): { document: Document; text: string } {
  if (document) return { document, text };
  const entries = root?.kind === 'map' ? root.entries : [];
  const index = entries.findIndex(({ key }) => key === name);
  const entry = text.slice(entries[index]?.start, entries[index + 1]?.start);
  // Comments above the next key are not in the front matter.
  const alone = `${entry.replace(/\n?(?<! ) *$/, '\n')}end:\n`;
  // Its keys are known to be unique. The check takes quadratic time.
  const options = { schema: 'failsafe', logLevel: 'error', uniqueKeys: false } as const;
  return { document: parseDocument(alone, options), text: alone };
}

interface Context {
  /** The text of the source. */
  text: string;
  /** Returns the node that an alias refers to, or the node itself if it is not an alias. */
  resolve(node: YamlNode): YamlNode;
}

function pairsOf(
  { items }: Pick<YAMLMap, 'items'>,
  context: Context,
  inFlow = false,
): Pair<YamlNode, YamlNode | null>[] {
  return items.map(({ key, value }) => {
    // A key is a single line.
    const name = preserved(key, context, true);
    return new Pair(name, value === null ? null : preserved(value, context, inFlow));
  });
}

/** Returns a copy of a node whose scalars keep their formatting, with aliases expanded. */
function preserved(node: unknown, context: Context, inFlow = false): YamlNode {
  const written = node as YamlNode;
  const copy = copyOf(context.resolve(written), context, inFlow);
  // A comment after the indicator of a block scalar would be written at its end.
  const isBlock = isScalar(written) && written.type?.startsWith('BLOCK');
  copy.comment = isBlock ? null : (written.comment ?? null);
  copy.commentBefore = written.commentBefore ?? null;
  if (written.spaceBefore) copy.spaceBefore = true;
  return copy;
}

function copyOf(node: YamlNode, context: Context, inFlow: boolean): YamlNode {
  if (isCollection(node) && node.flow && !holdsProperties(node)) {
    return new Scalar(new Preserved(reindented(writtenText(node, context))));
  }
  if (isMap(node)) {
    const copy = new YAMLMap();
    if (node.flow || inFlow) copy.flow = true;
    copy.items = pairsOf(node, context, inFlow || node.flow);
    return copy;
  }
  if (isSeq(node)) {
    const copy = new YAMLSeq();
    if (node.flow || inFlow) copy.flow = true;
    copy.items = node.items.map((item) => {
      const inner = preserved(item, context, inFlow || node.flow);
      // After a dash, an absent value would leave a trailing space.
      return isScalar(inner) && inner.value === null ? new Scalar(new Preserved(['null'])) : inner;
    });
    return copy;
  }
  return preservedScalar(node as Scalar<string>, context, inFlow);
}

function preservedScalar(node: Scalar<string>, context: Context, inFlow: boolean): YamlNode {
  const block = node.type?.startsWith('BLOCK');
  if (node.tag || (block && inFlow)) {
    const copy = new Scalar(node.value);
    copy.type = 'QUOTE_DOUBLE';
    return copy;
  }
  if (node.source === '' && node.type === 'PLAIN') return new Scalar(null);
  const text = writtenText(node, context);
  if (!block) return new Scalar(new Preserved(reindented(text)));
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
  return new Scalar(new Preserved([first, ...lines]));
}

/** Whether a collection has an alias, an anchor or a tag, which the page cannot contain. */
function holdsProperties(node: YamlNode): boolean {
  let found = false;
  visit(node, (_, inner) => {
    const held = (isScalar(inner) || isCollection(inner)) && (inner.anchor || inner.tag);
    if (!isAlias(inner) && (!held || inner === node)) return;
    found = true;
    return visit.BREAK;
  });
  return found;
}

function writtenText(node: YamlNode, { text }: Context): string {
  const [start, end] = node.range as [number, number, number];
  return foldCrlf(text.slice(start, end));
}

/** Returns the lines of a flow node, without the indentation of those after the first. */
function reindented(text: string): string[] {
  return text.split('\n').map((line, index) => (index === 0 ? line : line.trimStart()));
}
