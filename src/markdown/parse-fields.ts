/** The Markdown of one field → mdast. */
import type { Nodes, Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { removePosition } from 'unist-util-remove-position';
import { visit } from 'unist-util-visit';
import type { Scalar } from 'yaml';
import type { Report } from '../diagnostics/report.ts';
import type { MarkdownField } from '../schema/markdown-field.ts';
import { reportUrl } from '../schema/url-shape.ts';
import { offsetInScalar } from '../source/offset-in-scalar.ts';
import { rangeOf } from '../source/source.ts';
import { bindingsIn } from './esm-bindings.ts';
import { onlyParagraph, type RangeIn } from './inline-field.ts';
import { inlineReferences, separateFootnotes } from './inline-references.ts';
import { markLiterals } from './literal-links.ts';
import { markdownFastPath, paragraph } from './markdown-fast-path.ts';
import { isTooDeep, isTooLong } from './markdown-limits.ts';
import { mdxError } from './mdx-error.ts';
import { type Dialect, fromFieldMarkdown } from './parse-markdown.ts';

declare module 'mdast' {
  interface EmphasisData {
    /** Whether the emphasis is a part of a word. */
    inWord?: boolean;
  }
  interface StrongData {
    /** Whether the strong text is a part of a word. */
    inWord?: boolean;
  }
}

/** The content of Markdown fields. */
export interface ProseContent {
  /** The blocks of a field that may hold some. */
  blocks(prose: MarkdownField): RootContent[];
  /** The content of a field that is one paragraph. */
  phrasing(prose: MarkdownField): PhrasingContent[];
  /** The names that fields of MDX give a meaning: imports, and declarations that are exported. */
  bindings(fields: readonly MarkdownField[]): ReadonlySet<string>;
}

/** Parses Markdown fields, and reports what they must not hold. */
export function parseProse(
  fields: readonly MarkdownField[],
  dialect: Dialect,
  text: string,
  report: Report,
): ProseContent {
  const parsed = new Map<MarkdownField, RootContent[]>();
  const footnotes = new Set<string>();
  for (const prose of fields) {
    const plain = plainParagraphs(prose);
    // Of very many, plain ones are made again when they are needed.
    if (plain && fields.length > MANY) continue;
    parsed.set(prose, plain ?? parseField(prose, dialect, text, footnotes, report));
  }
  const blocks = (prose: MarkdownField) => parsed.get(prose) ?? plainParagraphs(prose) ?? [];
  return {
    blocks,
    phrasing: (prose) => (blocks(prose) as [Paragraph])[0].children,
    bindings: (texts) => new Set(texts.flatMap((text) => bindingsIn(parsed.get(text) ?? []))),
  };
}

/** Fields whose paragraphs are too many to hold. */
const MANY = 10_000;

/** The Markdown of a field without the white space around it, and how much stood before it. */
function trimmed({ markdown, inline }: MarkdownField): { markdown: string; lead: number } {
  if (!/^\s|\s$/.test(markdown)) return { markdown, lead: 0 };
  const lead = (inline ? /^[ \t\r\n]*/ : /^(?:[ \t\r]*\n)*/).exec(markdown)?.[0].length ?? 0;
  return { markdown: markdown.slice(lead).replace(/[ \t\r\n]+$/, ''), lead };
}

function plainParagraphs(prose: MarkdownField): Paragraph[] | undefined {
  return markdownFastPath(trimmed(prose).markdown, prose.inline);
}

function parseField(
  prose: MarkdownField,
  dialect: Dialect,
  text: string,
  footnotes: Set<string>,
  report: Report,
): RootContent[] {
  const { inline, node } = prose;
  const { markdown, lead } = trimmed(prose);
  const scalar = node as Scalar<string>;
  const rangeIn: RangeIn = (start = 0, end = start + 1) => ({
    start: offsetInScalar(scalar, text, lead + start),
    end: offsetInScalar(scalar, text, lead + Math.max(start, end - 1)) + 1,
  });
  const unfit = isTooDeep(markdown)
    ? 'source-too-deep'
    : isTooLong(markdown) && 'markdown-too-long';
  if (unfit) {
    report(unfit, rangeOf(node), {});
    return [paragraph('')];
  }
  try {
    const tree = fromFieldMarkdown(markdown, dialect);
    checkTree(tree, dialect, rangeIn, report);
    inlineReferences(tree);
    separateFootnotes(tree, footnotes);
    markLiterals(tree, markdown);
    normalize(tree);
    const content = inline ? [onlyParagraph(tree, markdown, rangeIn, report)] : tree.children;
    // From here on the places within the field would only mislead.
    for (const node of content) removePosition(node);
    return content;
  } catch (error) {
    const { reason, offset } = mdxError(error);
    report('mdx-syntax', rangeIn(offset), { reason });
    return [paragraph('')];
  }
}

/** Reports raw HTML where the page has none, and URLs that must not be linked to. */
function checkTree(tree: Root, { html }: Dialect, rangeIn: RangeIn, report: Report): void {
  visit(tree, (node) => {
    const range = () => rangeIn(node.position?.start.offset, node.position?.end.offset);
    if (node.type === 'html' && !html) report('markdown-html', range(), {});
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      reportUrl(node.url, range, report);
    }
  });
}

/** What may be part of a word, to one parser or another. */
const WORD = /[^ \t\r\n\p{P}\p{S}]|_/u;

/** The letters that a node is written with, if it is nothing but letters: text, or a bare address. */
function lettersOf(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value;
  return node?.type === 'link' && node.data?.literal ? textOf(node) : '';
}

/** Spells alike what reads alike, so that a formatter has nothing to add. */
function normalize(tree: Root): void {
  visit(tree, (node, index = 0, parent) => {
    if (node.type !== 'emphasis' && node.type !== 'strong') return;
    const [before, after] = [parent?.children[index - 1], parent?.children[index + 1]];
    const touches =
      WORD.test(lettersOf(before).slice(-1)) || WORD.test(lettersOf(after).slice(0, 1));
    if (touches) node.data = { ...node.data, inWord: true };
  });
  visit(tree, (node) => {
    if (node.type === 'text') {
      node.value = node.value.replace(/\r\n?/g, '\n').replace(/[ \t]+/g, ' ');
    }
    if (node.type === 'list') node.spread ||= node.children.some(({ spread }) => spread);
  });
}
