/** Parses a page into its front matter and its blocks. */
import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import type { PagePictures } from '../model/imported-page.ts';
import { findFrontMatter } from '../text/find-front-matter.ts';
import type { Format, Page } from '../types.ts';
import { isDefinition, isReference, keyOf } from './definition-key.ts';
import { eachNode } from './each-node.ts';
import { isTooDeep, ParsingBudget } from './markdown-limits.ts';
import { mdxError } from './mdx-error.ts';
import { parseByHeading } from './parse-by-heading.ts';
import { parseWith } from './parse-markdown.ts';
import { parseMdx } from './parse-mdx.ts';

export interface MarkdownPage {
  format: Format;
  /** The YAML of the front matter, if there is any. */
  frontMatter: string | undefined;
  /** The text after the front matter, with LF line ends. */
  body: string;
  /** The blocks of the body. Offsets count from the start of the body. */
  tree: Root;
  /** Definitions by key; see {@link keyOf}. */
  definitions: ReadonlyMap<string, Definition | FootnoteDefinition>;
  /** The keys of the definitions that have references; see {@link keyOf}. */
  referencedKeys: ReadonlySet<string>;
  /** What costs most, if it would take too long to parse the page twice. */
  excess: string | undefined;
  /** What the handles of people link to, if they are links. */
  handles?: Page['handles'];
  /** Without it, pictures in the page are those in the source. */
  pictures?: PagePictures;
}

/** A page that cannot be read. The message is the reason. */
export class PageError extends Error {
  override name = 'PageError';
  readonly code: 'page-frontmatter' | 'page-mdx' | 'page-too-deep' | 'markdown-too-long';
  /** The offset of the problem in the page, in UTF-16 code units from 0. */
  readonly offset: number;

  constructor(code: PageError['code'], reason: string, offset: number) {
    super(reason);
    this.code = code;
    this.offset = offset;
  }
}

/**
 * @param text the page with LF line ends, without a byte order mark
 * @throws {PageError} if an `.mdx` page is not valid MDX, the front matter is TOML, or the page is
 *   nested too deeply or has paragraphs that are too long
 */
export function parsePage(text: string, format: Format): MarkdownPage {
  const { frontMatter, body } = splitPage(text, format);
  if (/^\+\+\+[ \t]*\n/.test(text)) {
    throw new PageError('page-frontmatter', 'Starlight supports YAML, but not TOML', 0);
  }
  if (isTooDeep(body)) throw new PageError('page-too-deep', '', 0);
  const budget = new ParsingBudget();
  const tree = parseBody(body, format, budget, text.length - body.length);
  const definitions = new Map<string, Definition | FootnoteDefinition>();
  eachNode(tree, (node) => {
    if (isDefinition(node) && !definitions.has(keyOf(node))) definitions.set(keyOf(node), node);
  });
  const repeated = budget.addReferences(lengthOfReferences(tree, definitions));
  if (repeated !== undefined) throw new PageError('markdown-too-long', repeated, 0);
  return {
    format,
    frontMatter,
    body,
    tree,
    definitions,
    referencedKeys: referencedKeysIn(tree.children, definitions),
    excess: budget.excessOf(2),
  };
}

/**
 * @param bodyStart the offset of the body in the page
 * @throws {PageError} if an `.mdx` page is not valid MDX
 */
function parseBody(body: string, format: Format, budget: ParsingBudget, bodyStart: number): Root {
  try {
    return parseByHeading(body, (markdown) => {
      const excess = budget.add(markdown, format);
      if (excess !== undefined) throw new PageError('markdown-too-long', excess, 0);
      return format === 'md' ? parseWith(markdown) : parseMdx(markdown, budget);
    });
  } catch (error) {
    if (error instanceof PageError) throw error;
    if (budget.excess !== undefined) throw new PageError('markdown-too-long', budget.excess, 0);
    const { reason, offset } = mdxError(error, body);
    throw new PageError('page-mdx', reason, bodyStart + offset);
  }
}

/**
 * Splits a page into the YAML of its front matter, if there is any, and its body. Astro trims the body of
 * an `.md` page, which removes the indentation of its first line. Every page of Astro has front matter.
 */
export function splitPage(
  text: string,
  format: Format,
): { frontMatter: string | undefined; body: string } {
  const { yaml, length } = findFrontMatter(text) ?? { length: 0 };
  const body = text.slice(length);
  return {
    frontMatter: yaml,
    body: yaml !== undefined && format === 'md' ? body.trimStart() : body,
  };
}

/** Returns the keys of the definitions that blocks refer to, directly or through footnotes. */
export function referencedKeysIn(
  blocks: readonly RootContent[],
  definitions: MarkdownPage['definitions'],
): Set<string> {
  const keys = new Set<string>();
  const addFrom = (block: Nodes) =>
    eachNode(block, (node) => {
      if (!isReference(node) || keys.has(keyOf(node))) return;
      keys.add(keyOf(node));
      const definition = definitions.get(keyOf(node));
      if (definition) addFrom(definition);
    });
  for (const block of blocks) if (!isDefinition(block)) addFrom(block);
  return keys;
}

/** Returns the length of what references refer to, which a source contains again for each of them. */
function lengthOfReferences(tree: Root, definitions: MarkdownPage['definitions']): number {
  let length = 0;
  eachNode(tree, (node) => {
    const definition = isReference(node) && definitions.get(keyOf(node));
    if (!definition) return;
    length +=
      definition.type === 'definition'
        ? definition.url.length + (definition.title?.length ?? 0)
        : endOf(definition) - startOf(definition);
  });
  return length;
}

/** Returns the Markdown of a node. */
export function sliceOf(node: Nodes, body: string): string {
  return body.slice(startOf(node), endOf(node));
}

export function startOf(node: Nodes): number {
  return node.position?.start.offset ?? 0;
}

export function endOf(node: Nodes): number {
  return node.position?.end.offset ?? 0;
}
