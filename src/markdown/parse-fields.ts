/** Parses Markdown fields to mdast. */
import type {
  Definition,
  Image,
  Link,
  Nodes,
  Paragraph,
  PhrasingContent,
  Root,
  RootContent,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import { removePosition } from 'unist-util-remove-position';
import { visit } from 'unist-util-visit';
import { nearest } from '../diagnostics/nearest.ts';
import type { Report } from '../diagnostics/report.ts';
import { reportUnshowable } from '../diagnostics/report-unshowable.ts';
import { reportUrl } from '../diagnostics/report-url.ts';
import { iconNames } from '../model/starlight-icons.ts';
import type { MarkdownField } from '../schema/scope.ts';
import { offsetsInScalar } from '../source/offsets-in-scalar.ts';
import { foldLineEnds } from '../text/fold-line-ends.ts';
import { isRelativePath } from '../text/is-relative-path.ts';
import { isRootRelative } from '../text/is-root-relative.ts';
import type { Range } from '../text/range.ts';
import { replaceHtmlUrls } from '../text/replace-html-urls.ts';
import { unicodePattern } from '../text/unicode-pattern.ts';
import { UNSHOWABLE } from '../text/visible-text.ts';
import type { Format, Markdown } from '../types.ts';
import { type FoundAlert, markAlerts } from './alerts.ts';
import { checkReferences } from './check-references.ts';
import { bindingsIn } from './esm-bindings.ts';
import { inlineReferences, separateFootnotes } from './inline-references.ts';
import { markLiterals } from './literal-links.ts';
import { IMAGE_PLACEHOLDER, markdownFastPath, paragraph } from './markdown-fast-path.ts';
import { isTooDeep, type ParsingBudget } from './markdown-limits.ts';
import type { MarkdownParser } from './markdown-parser.ts';
import { mdxError } from './mdx-error.ts';
import { onlyParagraph, type RangeIn } from './only-paragraph.ts';

declare module 'mdast' {
  interface EmphasisData {
    /** Whether the emphasis is inside a word. */
    inWord?: boolean;
  }
  interface StrongData {
    /** Whether the strong text is inside a word. */
    inWord?: boolean;
  }
}

/** A relative URL in a Markdown field: of a link or image, or root-relative in HTML. */
interface RelativeUrl {
  field: Markdown;
  url: string;
  isImage?: boolean;
  rangeOf(): Range;
}

/** The mdast of Markdown fields. */
export interface FieldContent {
  /** The blocks of an `intro` or `outro`. */
  blocks(field: Markdown): RootContent[];
  /** The content of an inline field. */
  phrasing(field: Markdown): PhrasingContent[];
  /** The names that the ESM of fields declares: imports and exports. */
  bindings(fields: readonly Markdown[]): ReadonlySet<string>;
  /** The relative URLs in fields, in source order. */
  relativeUrls: readonly RelativeUrl[];
  /** GitHub's alerts in fields, in source order. */
  alerts: readonly FoundAlert[];
}

interface ParseOptions {
  /** The parser of the fields that the fast path does not read. */
  parse: MarkdownParser;
  /** The format that the parser reads. */
  format: Format;
  /** The time that is left for parsing. */
  budget: ParsingBudget;
  /** Whether fields may contain raw HTML. */
  html: boolean;
  /** The text of the source. */
  text: string;
  report: Report;
}

/** Whether the fast path cannot read a field. */
export function needsParser({ markdown, isInline }: MarkdownField): boolean {
  return fastPath(markdown, isInline) === undefined;
}

/** Parses the fields that need a parser, and reports content that is not allowed in them. */
export function parseFields(fields: readonly MarkdownField[], options: ParseOptions): FieldContent {
  const footnotes = new Map<string, number>();
  const relativeUrls: RelativeUrl[] = [];
  const alerts: FoundAlert[] = [];
  checkBudget(fields, options);
  const parsed = new Map(
    fields.map((field) => {
      const found: Findings = {
        onRelative: (url) => relativeUrls.push({ field: field.markdown, ...url }),
        onAlert: (alert) => alerts.push({ field: field.markdown, ...alert }),
      };
      return [field.markdown, parseField(field, footnotes, found, options)] as const;
    }),
  );
  // The fast path is cheap enough to run again, and its results take memory.
  const contentOf = (field: Markdown, isInline: boolean) =>
    parsed.get(field) ?? fastPath(field, isInline) ?? [];
  return {
    blocks: (field) => contentOf(field, false),
    phrasing: (field) => (contentOf(field, true) as [Paragraph])[0].children,
    bindings: (some) => new Set(some.flatMap((field) => bindingsIn(parsed.get(field) ?? []))),
    relativeUrls,
    alerts,
  };
}

/** Reports the field with which all of them would take too long to parse. None is parsed then. */
function checkBudget(
  fields: readonly MarkdownField[],
  { budget, format, report }: ParseOptions,
): void {
  for (const field of fields) {
    if (budget.isSpent) return;
    const reason = budget.add(trimField(field.markdown.markdown, field.isInline).markdown, format);
    if (reason !== undefined) report('markdown-too-long', field.node, { reason });
  }
}

/** What is found in a field, for checks that depend on the view. */
interface Findings {
  onRelative(url: Omit<RelativeUrl, 'field'>): void;
  onAlert(alert: Omit<FoundAlert, 'field'>): void;
}

function fastPath({ markdown }: Markdown, isInline: boolean): Paragraph[] | undefined {
  return markdownFastPath(trimField(markdown, isInline).markdown, isInline);
}

/** Trims the Markdown of a field, and returns the number of characters removed at its start. */
function trimField(markdown: string, isInline: boolean): { markdown: string; lead: number } {
  if (!/^\s|\s$/.test(markdown)) return { markdown, lead: 0 };
  const lead = (isInline ? /^[ \t\r\n]*/ : /^(?:[ \t\r]*\n)*/).exec(markdown)?.[0].length ?? 0;
  return { markdown: markdown.slice(lead).replace(/(?<![ \t\r\n])[ \t\r\n]+$/, ''), lead };
}

/**
 * Returns the Markdown of a field as it is parsed, and a function that returns where in a source a part of
 * it is.
 */
export function positionsInField(
  { markdown: field, isInline, node }: MarkdownField,
  text: string,
): { markdown: string; rangeIn: RangeIn } {
  const { markdown, lead } = trimField(field.markdown, isInline);
  const offsetOf = offsetsInScalar(node, text);
  const rangeIn: RangeIn = (start = 0, end = start + 1) => ({
    start: offsetOf(lead + start),
    end: offsetOf(lead + Math.max(start, end - 1)) + 1,
  });
  return { markdown, rangeIn };
}

function parseField(
  field: MarkdownField,
  footnotes: Map<string, number>,
  { onRelative, onAlert }: Findings,
  { parse, budget, html, text, report }: ParseOptions,
): RootContent[] {
  const { isInline, node } = field;
  const { markdown, rangeIn } = positionsInField(field, text);
  if (budget.isSpent) return [paragraph('')];
  if (isTooDeep(markdown)) {
    report('source-too-deep', node, {});
    return [paragraph('')];
  }
  try {
    const tree = parse(markdown, budget);
    checkTree(tree, html, rangeIn, report);
    visit(tree, ['link', 'image', 'definition'], (node) => {
      const { url, position } = node as Link | Image | Definition;
      if (isRelativePath(url) || isRootRelative(url)) {
        const [start, end] = [position?.start.offset, position?.end.offset];
        onRelative({ url, isImage: node.type === 'image', rangeOf: () => rangeIn(start, end) });
      }
    });
    visit(tree, 'html', ({ value, position }) => {
      const [start, end] = [position?.start.offset, position?.end.offset];
      replaceHtmlUrls(value, (url) => {
        if (isRootRelative(url)) onRelative({ url, rangeOf: () => rangeIn(start, end) });
        return url;
      });
    });
    checkReferences(tree, { markdown, isInline }, rangeIn, report);
    const excess = budget.addReferences(inlineReferences(tree));
    if (excess !== undefined) {
      report('markdown-too-long', node, { reason: excess });
      return [paragraph('')];
    }
    separateFootnotes(tree, footnotes);
    markLiterals(tree, markdown);
    markAlerts(tree, markdown, (name, start, end) =>
      onAlert({ name, rangeOf: () => rangeIn(start, end) }),
    );
    normalize(tree);
    const content = isInline ? [onlyParagraph(tree, markdown, rangeIn, report)] : tree.children;
    // Positions in the field mean nothing on the page.
    for (const block of content) removePosition(block);
    return content;
  } catch (error) {
    if (budget.excess !== undefined) report('markdown-too-long', node, { reason: budget.excess });
    else {
      const { reason, offset } = mdxError(error, markdown);
      report('mdx-syntax', rangeIn(offset), { reason });
    }
    return [paragraph('')];
  }
}

/** Reports what a page cannot contain. */
function checkTree(tree: Root, html: boolean, rangeIn: RangeIn, report: Report): void {
  visit(tree, (node) => {
    const range = () => rangeIn(node.position?.start.offset, node.position?.end.offset);
    if (node.type === 'text' && UNSHOWABLE.test(node.value)) {
      reportUnshowable(node.value, range(), report);
    }
    if (node.type === 'html' && !html) report('markdown-html', range(), {});
    // In text, its quotes would be curly.
    if (/^(?:code|inlineCode|html)$/.test(node.type) && hasPlaceholder(node)) {
      report('markdown-placeholder', range(), { placeholder: IMAGE_PLACEHOLDER });
    }
    if (node.type === 'containerDirective') checkIcon(node, range, report);
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      reportUrl(node.url, range, report, true);
    }
  });
}

function hasPlaceholder(node: Nodes): boolean {
  return 'value' in node && node.value.includes(IMAGE_PLACEHOLDER);
}

/** Reports an icon of an aside that Starlight 0.42 does not know. A newer version may know it. */
function checkIcon({ attributes }: ContainerDirective, range: () => Range, report: Report): void {
  const name = attributes?.icon;
  if (!name || iconNames().includes(name)) return;
  const near = nearest(name, iconNames());
  report('aside-icon', range(), { name, ...(near && { near }) });
}

/** Characters that some parser counts as part of a word. To Prettier, symbols such as `™` and `❤` are. */
const WORD_CHARACTER = '[^ \\t\\r\\n\\p{P}$+<=>^`|~]|_';

/** Returns the characters of a text or literal autolink, or an empty string for another node. */
function lettersOf(node: Nodes | undefined): string {
  if (node?.type === 'text') return node.value;
  return node?.type === 'link' && node.data?.literal ? textOf(node) : '';
}

/** Normalizes formatting that does not affect rendering, so that Prettier does not change it. */
function normalize(tree: Root): void {
  visit(tree, (node, index = 0, parent) => {
    if (node.type !== 'emphasis' && node.type !== 'strong') return;
    const [before, after] = [parent?.children[index - 1], parent?.children[index + 1]];
    const word = unicodePattern(WORD_CHARACTER);
    const touches =
      word.test(lettersOf(before).slice(-1)) || word.test(lettersOf(after).slice(0, 1));
    if (touches) node.data = { ...node.data, inWord: true };
  });
  const inHeadings = new Set<Nodes>();
  visit(tree, 'heading', (heading) => visit(heading, 'text', (text) => void inHeadings.add(text)));
  visit(tree, (node) => {
    // The ids of headings depend on every space.
    if (node.type === 'text' && !inHeadings.has(node)) {
      node.value = foldLineEnds(node.value).replace(/[ \t]+/g, ' ');
    }
    if (node.type === 'code' || node.type === 'html') node.value = foldLineEnds(node.value);
    if (node.type === 'list') node.spread ||= node.children.some(({ spread }) => spread);
  });
}
