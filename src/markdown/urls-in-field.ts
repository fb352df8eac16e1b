import type { Nodes } from 'mdast';
import { parseEntities } from 'parse-entities';
import { visit } from 'unist-util-visit';
import type { MarkdownField } from '../schema/scope.ts';
import type { Node } from '../source/nodes.ts';
import type { Range } from '../text/range.ts';
import { inlineReferences } from './inline-references.ts';
import { markdownFastPath } from './markdown-fast-path.ts';
import type { MarkdownParser } from './markdown-parser.ts';
import { positionsInField } from './parse-fields.ts';

/** A URL in a source, as its reader gets it, and where it is written. */
export interface WrittenUrl {
  url: string;
  range: Range;
  /** The value that it is written in, or `undefined` if it only follows from a handle. */
  node?: Node;
}

/** Comments, and opening tags with their attributes. */
const COMMENT_OR_TAG =
  /<!--[\s\S]*?(?:-->|$)|<[a-z][^\s<>/]*(?<attributes>(?:[^"'<>]|"[^"]*"|'[^']*')*)>/gi;

const ATTRIBUTE =
  /(?<name>[^\s"'<>/=]+)(?:\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)'|(?<bare>[^\s"'=<>`]+)))?/g;

/** The attributes of HTML and JSX that are URLs. */
const URL_ATTRIBUTES = new Set(['href', 'src']);

/**
 * Returns the URLs of links and pictures in a Markdown field: also those of literal autolinks, and of the
 * attributes `href` and `src` in HTML and JSX.
 *
 * @param text the source that the field is in
 */
export function urlsInField(
  field: MarkdownField,
  parse: MarkdownParser,
  text: string,
): WrittenUrl[] {
  const { markdown, rangeIn } = positionsInField(field, text);
  const tree = parse(markdown);
  inlineReferences(tree);
  const found: WrittenUrl[] = [];
  visit(tree, (node) => {
    const urls = urlsOfNode(node);
    if (urls.length === 0) return;
    const range = rangeIn(node.position?.start.offset, node.position?.end.offset);
    for (const url of urls) found.push({ url, range, node: field.node });
  });
  return found;
}

/** A link that the fast path reads. */
const SIMPLE_LINK = /\[[^\]]*\]\((?<url>[^)]*)\)/g;

/**
 * Returns the URLs of a field without a parser, or `undefined` if it needs one: that takes as long as all
 * rules of `lint`.
 */
export function urlsInSimpleField(field: MarkdownField, text: string): WrittenUrl[] | undefined {
  const { markdown, rangeIn } = positionsInField(field, text);
  // What looks like a link may be code.
  if (markdown.includes('`') || !markdownFastPath(markdown, field.isInline)) return;
  return [...markdown.matchAll(SIMPLE_LINK)].map(({ 0: link, index, groups }) => ({
    url: groups?.url as string,
    range: rangeIn(index, index + link.length),
    node: field.node,
  }));
}

/** Returns the URLs of a single node. A text in an attribute, such as the title of a card, may be HTML. */
export function urlsOfNode(node: Nodes): string[] {
  switch (node.type) {
    case 'link':
    case 'image':
      return [node.url];
    case 'html':
      return urlsInHtml(node.value);
    case 'mdxJsxFlowElement':
    case 'mdxJsxTextElement':
      return node.attributes.flatMap((attribute) => {
        if (attribute.type !== 'mdxJsxAttribute' || typeof attribute.value !== 'string') return [];
        const { name, value } = attribute;
        return URL_ATTRIBUTES.has(name) ? [value] : urlsInHtml(value);
      });
    default:
      return [];
  }
}

function urlsInHtml(html: string): string[] {
  const tags = [...html.matchAll(COMMENT_OR_TAG)].map(({ groups }) => groups?.attributes ?? '');
  return tags.flatMap((attributes) =>
    [...attributes.matchAll(ATTRIBUTE)].flatMap(({ groups = {} }) => {
      const { name = '', double, single, bare } = groups;
      const value = double ?? single ?? bare;
      return value !== undefined && URL_ATTRIBUTES.has(name.toLowerCase())
        ? [parseEntities(value)]
        : [];
    }),
  );
}
