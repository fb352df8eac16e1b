import type { Paragraph, PhrasingContent, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from '../diagnostics/report.ts';
import type { Range } from '../text/range.ts';
import { paragraph } from './markdown-fast-path.ts';

/** Returns the range in the source of a part of a field's Markdown. */
export type RangeIn = (start: number | undefined, end?: number) => Range;

/** Returns the only paragraph of an inline field, with its lines joined, and reports other blocks. */
export function onlyParagraph(
  { children }: Root,
  markdown: string,
  rangeIn: RangeIn,
  report: Report,
): Paragraph {
  const [first, second] = children;
  // A tag at the start of a line starts an HTML block, but after a bullet it may be inline.
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
    node.value = node.value.replace(/(?<![ \t])[ \t]*\n[ \t]*/g, ' ');
  });
  return first;
}

/** Blocks that would be inline nodes if they had text beside them. */
const IN_LINE = {
  html: 'html',
  mdxFlowExpression: 'mdxTextExpression',
  mdxJsxFlowElement: 'mdxJsxTextElement',
} as const;

/** Describes a block that is not allowed in an inline field, and the fix. */
function describeBlock(node: RootContent, markdown: string): { construct: string; remedy: string } {
  const start = node.position?.start.offset ?? 0;
  const mark = /^\d*[.)]|^\S/.exec(markdown.slice(start))?.[0] ?? '';
  const escaped = mark.replace(/.$/, '\\$&');
  const asText = `if the ${mark} is text, escape it: ${escaped}`;
  switch (node.type) {
    case 'paragraph':
      return {
        construct: 'a second paragraph',
        remedy: 'join the two, or move the text to an "intro" or "outro"',
      };
    case 'heading':
      return {
        construct: 'a heading',
        remedy: mark === '#' ? asText : 'remove the line that underlines the text',
      };
    case 'list':
      return { construct: 'a list', remedy: asText };
    case 'blockquote':
      return { construct: 'a quote', remedy: asText };
    case 'code':
      return { construct: 'a code block', remedy: 'use inline code: `code`' };
    case 'table':
      return { construct: 'a table', remedy: 'escape each | that is text: \\|' };
    case 'thematicBreak':
      return { construct: 'a thematic break', remedy: asText };
    default:
      return { construct: 'a block element', remedy: 'move it to an "intro" or "outro"' };
  }
}
