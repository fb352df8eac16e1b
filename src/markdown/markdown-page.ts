/** The text of a page → its front matter and its blocks. */
import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  ImageReference,
  LinkReference,
  Nodes,
  Root,
  RootContent,
} from 'mdast';
import { visit } from 'unist-util-visit';
import { frontMatterIn } from '../frontmatter/split-front-matter.ts';
import type { Format } from '../types.ts';
import { isTooDeep, isTooLong } from './markdown-limits.ts';
import { mdxError } from './mdx-error.ts';
import { parseMarkdown } from './parse-markdown.ts';
import { parseMdx } from './parse-mdx.ts';

/** A page that has been taken apart. */
export interface MarkdownPage {
  format: Format;
  /** The YAML between the two lines of dashes, if there are such lines. */
  frontMatter: string | undefined;
  /** All that follows, with LF line ends. */
  body: string;
  /** The blocks of the body. Offsets count from its start. */
  tree: Root;
  /** What references refer to, by {@link keyOf}. */
  definitions: ReadonlyMap<string, Definition | FootnoteDefinition>;
  /** What is referred to, by {@link keyOf}. */
  referredTo: ReadonlySet<string>;
}

/** What keeps a page from being read. Its message is the reason. */
export class PageError extends Error {
  override name = 'PageError';
  readonly code: 'page-frontmatter' | 'page-mdx' | 'page-too-deep' | 'markdown-too-long';
  /** Where it is, in UTF-16 code units from 0. */
  readonly offset: number;

  constructor(code: PageError['code'], reason: string, offset: number) {
    super(reason);
    this.code = code;
    this.offset = offset;
  }
}

/**
 * Takes a page apart.
 *
 * @param text LF line ends, no byte order mark
 * @throws {PageError} where an `.mdx` page is no MDX, or front matter is TOML
 */
export function parsePage(text: string, format: Format): MarkdownPage {
  const { frontMatter, body } = splitPage(text);
  if (/^\+\+\+[ \t]*\n/.test(body)) {
    throw new PageError('page-frontmatter', 'Starlight supports YAML, but not TOML', 0);
  }
  if (isTooDeep(body)) throw new PageError('page-too-deep', '', 0);
  if (isTooLong(body)) throw new PageError('markdown-too-long', '', 0);
  const tree = parse(body, format, text.length - body.length);
  const definitions = new Map<string, Definition | FootnoteDefinition>();
  visit(tree, (node) => {
    if (isDefinition(node) && !definitions.has(keyOf(node))) definitions.set(keyOf(node), node);
  });
  return {
    format,
    frontMatter,
    body,
    tree,
    definitions,
    referredTo: referredToIn(tree.children, definitions),
  };
}

/** @param before how much of the page stands before its body */
function parse(body: string, format: Format, before: number): Root {
  try {
    return parseBody(body, format);
  } catch (error) {
    const { reason, offset = 0 } = mdxError(error);
    throw new PageError('page-mdx', reason, before + offset);
  }
}

/** Divides a page into the YAML between its first two lines of dashes, if any, and its body. */
export function splitPage(text: string): { frontMatter: string | undefined; body: string } {
  const { yaml, length } = frontMatterIn(text) ?? { length: 0 };
  return { frontMatter: yaml, body: text.slice(length) };
}

/** The blocks of the body of a page, all of what its format knows being live. */
export function parseBody(body: string, format: Format): Root {
  return format === 'md' ? parseMarkdown(body) : parseMdx(body);
}

type Reference = LinkReference | ImageReference | FootnoteReference;

function isReference(node: Nodes): node is Reference {
  return /^(?:link|image|footnote)Reference$/.test(node.type);
}

/** What blocks refer to, by {@link keyOf}, and what the footnotes among that refer to. */
export function referredToIn(
  blocks: readonly RootContent[],
  definitions: MarkdownPage['definitions'],
): Set<string> {
  const keys = new Set<string>();
  const addFrom = (block: Nodes) =>
    visit(block, (node) => {
      if (!isReference(node) || keys.has(keyOf(node))) return;
      keys.add(keyOf(node));
      const definition = definitions.get(keyOf(node));
      if (definition) addFrom(definition);
    });
  for (const block of blocks) if (!isDefinition(block)) addFrom(block);
  return keys;
}

export function isDefinition(node: Nodes): node is Definition | FootnoteDefinition {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}

/** What a reference and its definition have in common. */
export function keyOf(node: Reference | Definition | FootnoteDefinition): string {
  return (node.type.startsWith('footnote') ? '^' : '') + node.identifier;
}

/** What a node was written as. */
export function sliceOf(node: Nodes, body: string): string {
  return body.slice(startOf(node), endOf(node));
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
