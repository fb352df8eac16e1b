/**
 * Writes the front matter of most pages without the serializer: a title and a description in ordinary
 * words, and further keys that are written on a line each. Loading the serializer takes 4 ms for the
 * first, a tenth of the build of a small page (median CPU time of 15 runs on Node 24), 15 ms for
 * the others. `test/fast-paths.test.ts` checks that the result is that of `serializeFrontMatter`.
 */
import type { ListNode, MapNode, Node } from '../source/nodes.ts';
import type { Source } from '../source/source.ts';
import type { FrontMatterContent, FrontMatterMap } from './front-matter-content.ts';

/** Words that some version of YAML does not read as strings. */
const RESERVED = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** Scalars that need no quotes unless they are a reserved word. */
const UNQUOTED = /^[A-Za-z](?:[\w ,.;'"()/-]*[\w.;)'"/-])?$/;

/** Comments, empty lines and block scalars. */
const UNUSUAL = /#|\n *\n|[|>]-?$/m;

/** Comments that belong to the map above them. */
const INDENTED_COMMENT = /^(?: *\n)* +#/;

/** Returns the same YAML as `serializeFrontMatter`, or `undefined` if the content needs it. */
export function frontMatterFastPath(content: FrontMatterContent): string | undefined {
  const { comment, title, description, source, maps } = content;
  if (comment !== undefined || !needsNoQuotes(title) || !needsNoQuotes(description)) return;
  const further: string[] = [];
  for (const map of source ? maps : []) {
    const lines = furtherLines(source as Source, map);
    if (!lines) return;
    further.push(...lines);
  }
  return [
    ...(title === undefined ? [] : [`title: ${title}`]),
    ...(description === undefined ? [] : [`description: ${description}`]),
    ...further,
  ].join('\n');
}

function needsNoQuotes(text = 'text'): boolean {
  return UNQUOTED.test(text) && !RESERVED.test(text);
}

/** Returns the lines of front matter in a source that the YAML fast path has read. */
function furtherLines(
  { document, text }: Source,
  { node, replaced }: FrontMatterMap,
): string[] | undefined {
  if (document) return;
  // The line of the key may end with a comment.
  const start = text.lastIndexOf('frontmatter', node.start);
  if (UNUSUAL.test(text.slice(start, node.end)) || INDENTED_COMMENT.test(text.slice(node.end)))
    return;
  const entries = node.entries.filter(({ key }) => !replaced.has(key));
  return blockLines({ ...node, entries }, text);
}

/** Returns a map or list in block style with the indentation of the serializer. */
function blockLines(node: MapNode | ListNode, text: string): string[] {
  if (node.kind === 'list') {
    return node.items.flatMap((item) => {
      const [first, ...others] = isBlock(item, text)
        ? blockLines(item, text)
        : [text.slice(item.start, item.end)];
      return [`- ${first}`, ...others.map(indented)];
    });
  }
  return node.entries.flatMap(({ start, end, value }) => {
    const key = `${text.slice(start, end)}:`;
    return isBlock(value, text)
      ? [key, ...blockLines(value, text).map(indented)]
      : [`${key} ${text.slice(value?.start, value?.end)}`];
  });
}

function isBlock(node: Node | undefined, text: string): node is MapNode | ListNode {
  return node !== undefined && node.kind !== 'scalar' && !/[[{]/.test(text.charAt(node.start));
}

function indented(line: string): string {
  return `  ${line}`;
}
