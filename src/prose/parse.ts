/** The Markdown of one field → mdast. */
import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { removePosition } from 'unist-util-remove-position';
import { visit } from 'unist-util-visit';
import type { VFileMessage } from 'vfile-message';
import type { Scalar } from 'yaml';
import type { Range, Report } from '../diagnostics/report.ts';
import type { Format } from '../model/output.ts';
import type { Prose } from '../model/prose.ts';
import { reportUrl } from '../model/url.ts';
import { offsetInScalar } from '../source/offset.ts';
import { rangeOf } from '../source/parse.ts';
import { markLiterals } from './literals.ts';
import { fromFieldMarkdown } from './markdown.ts';
import { inlineReferences, separateFootnotes } from './references.ts';

/** What Markdown means on a page. */
export interface Dialect {
  format: Format;
  /** Whether raw HTML, and in `.mdx` JSX, expressions and ESM, are meant as such. */
  html: boolean;
}

/** The content of Markdown fields. */
export interface ProseContent {
  /** The blocks of a field that may hold some. */
  blocks(prose: Prose): RootContent[];
  /** The content of a field that is one paragraph. */
  phrasing(prose: Prose): PhrasingContent[];
}

/** Parses Markdown fields, and reports what they must not hold. */
export function parseProse(
  fields: readonly Prose[],
  dialect: Dialect,
  text: string,
  report: Report,
): ProseContent {
  const parsed = new Map<Prose, RootContent[]>();
  const footnotes = new Set<string>();
  for (const prose of fields) {
    parsed.set(prose, parseField(prose, dialect, text, footnotes, report));
  }
  return {
    blocks: (prose) => parsed.get(prose) ?? [],
    phrasing: (prose) => (parsed.get(prose) as [Paragraph])[0].children,
  };
}

function parseField(
  { markdown: written, inline, node }: Prose,
  dialect: Dialect,
  text: string,
  footnotes: Set<string>,
  report: Report,
): RootContent[] {
  const lead = (inline ? /^[ \t\r\n]*/ : /^(?:[ \t\r]*\n)*/).exec(written)?.[0].length ?? 0;
  const markdown = written.slice(lead).replace(/[ \t\r\n]+$/, '');
  const plain = paragraphsOf(markdown, inline);
  if (plain) return plain;

  const scalar = node as Scalar<string>;
  const rangeIn: RangeIn = (start = 0, end = start + 1) => ({
    start: offsetInScalar(scalar, text, lead + start),
    end: offsetInScalar(scalar, text, lead + Math.max(start, end - 1)) + 1,
  });
  if (DEEP.test(markdown)) {
    report('source-too-deep', rangeOf(node), {});
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
    const { reason, place } = error as VFileMessage;
    if (!reason) throw error;
    const { offset } = place && 'start' in place ? place.start : (place ?? {});
    // The places that it names are those of the field.
    const said = reason.replace(/ \(\d+:\d+(?:-\d+:\d+)?\)/g, '');
    report('mdx-syntax', rangeIn(offset), { reason: said });
    return [paragraph('')];
  }
}

/** Quotes and lists in each other, deeper than anybody writes and than parsers like. */
const DEEP = /^(?:[ \t]*(?:>|(?:[-+*]|\d+[.)])(?=[ \t]))){100}/m;

/** The part of a source that a part of a field's Markdown was written as. */
type RangeIn = (start: number | undefined, end?: number) => Range;

/** Reports raw HTML where the page has none, and URLs that must not be linked to. */
function checkTree(tree: Root, { html }: Dialect, rangeIn: RangeIn, report: Report): void {
  visit(tree, (node) => {
    const range = () => rangeIn(node.position?.start.offset, node.position?.end.offset);
    if (node.type === 'html' && !html) report('markdown-html', range(), {});
    if (node.type === 'link' || node.type === 'image' || node.type === 'definition') {
      reportUrl(node.url, range(), report);
    }
  });
}

/** The one paragraph of an inline field, its lines joined. All else is reported. */
function onlyParagraph(
  { children }: Root,
  markdown: string,
  rangeIn: RangeIn,
  report: Report,
): Paragraph {
  const [first, second] = children;
  // A tag at the start of a line begins a block of HTML; after a bullet it may stand in a line.
  if (!second && first && first.type in IN_LINE) {
    const type = IN_LINE[first.type as keyof typeof IN_LINE];
    return { type: 'paragraph', children: [{ ...first, type } as PhrasingContent] };
  }
  const wrong = first?.type === 'paragraph' ? second : first;
  if (wrong) {
    const { start, end } = wrong.position ?? {};
    report('markdown-block', rangeIn(start?.offset, end?.offset), describeBlock(wrong, markdown));
  } else if (!first) {
    report('markdown-definition', rangeIn(0, markdown.length), {});
  }
  if (first?.type !== 'paragraph') return paragraph('');
  visit(first, 'text', (node) => {
    node.value = node.value.replace(/\s*\n\s*/g, ' ');
  });
  return first;
}

/** Spells alike what reads alike, so that a formatter has nothing to add. */
function normalize(tree: Root): void {
  visit(tree, (node) => {
    if (node.type === 'text') node.value = node.value.replaceAll('\t', ' ');
    if (node.type === 'list') node.spread ||= node.children.some(({ spread }) => spread);
  });
}

/** What is a block only because nothing else stands in its line. */
const IN_LINE = {
  html: 'html',
  mdxFlowExpression: 'mdxTextExpression',
  mdxJsxFlowElement: 'mdxJsxTextElement',
} as const;

/** What a block that must not be is, and how its writer makes it text. */
function describeBlock(node: RootContent, markdown: string): { construct: string; remedy: string } {
  const start = node.position?.start.offset ?? 0;
  const mark = /^\d*[.)]|^\S/.exec(markdown.slice(start))?.[0] ?? '';
  const escaped = mark.replace(/.$/, '\\$&');
  const asText = `if the ${mark} is text, escape it: ${escaped}`;
  switch (node.type) {
    case 'paragraph':
      return {
        construct: 'a second paragraph',
        remedy: 'join the two, or move the text into an "intro" or "outro"',
      };
    case 'heading':
      return {
        construct: 'a heading',
        remedy: mark === '#' ? asText : 'remove the line below the text',
      };
    case 'list':
      return { construct: 'a list', remedy: asText };
    case 'blockquote':
      return { construct: 'a quote', remedy: asText };
    case 'code':
      return { construct: 'a block of code', remedy: 'use `code` in the line' };
    case 'table':
      return { construct: 'a table', remedy: 'escape each | that is text: \\|' };
    case 'thematicBreak':
      return { construct: 'a thematic break', remedy: asText };
    default:
      return { construct: 'a block', remedy: 'move it into an "intro" or "outro"' };
  }
}

/**
 * The paragraphs of a text that holds nothing that Markdown could take for more than letters, so
 * that it needs no parser. When in doubt there are none.
 */
function paragraphsOf(markdown: string, inline: boolean): Paragraph[] | undefined {
  const MARKUP = /[\\`*_{}[\]<>&#|~@\t\r]|:\S| {2}| $|www\.|^(?:[-+=: ]|\d+[.)])/im;
  if (MARKUP.test(markdown)) return;
  const texts = markdown.split(/\n{2,}/);
  if (inline && texts.length > 1) return;
  return texts.map((text) => paragraph(inline ? text.replaceAll('\n', ' ') : text));
}

function paragraph(value: string): Paragraph {
  return { type: 'paragraph', children: [{ type: 'text', value }] };
}
