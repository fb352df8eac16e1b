import { type Options, Parser } from 'acorn';
import jsx from 'acorn-jsx';
import type { PhrasingContent, Root, Text } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { directive } from 'micromark-extension-directive';
import { mdxjs } from 'micromark-extension-mdxjs';
import { visit } from 'unist-util-visit';
import { ParsingBudget } from './markdown-limits.ts';
import type { MarkdownParser } from './markdown-parser.ts';
import { parseWith, type SyntaxExtension } from './parse-markdown.ts';

/** What parsing the code of the current text may cost. */
let codeBudget = new ParsingBudget();

/** An error that micromark does not catch, as it would try the next brace. It reads the position first. */
class CodeError extends Error {
  get pos(): never {
    throw this;
  }
}

/** @throws {CodeError} if code would take too long to parse */
function spend(code: string): void {
  codeBudget.addCode(code);
  if (codeBudget.isSpent) throw new CodeError('this code would take too long to parse');
}

const JsxParser = Parser.extend(jsx());

/** The parser that `mdxjs` uses by default, with a budget. */
const BOUNDED_ACORN = {
  parse(code: string, options: Options) {
    spend(code);
    return JsxParser.parse(code, options);
  },
  parseExpressionAt(code: string, offset: number, options: Options) {
    spend(code);
    return JsxParser.parseExpressionAt(code, offset, options);
  },
};

const MDX_SYNTAX: SyntaxExtension = {
  syntax: mdxjs({ acorn: BOUNDED_ACORN }),
  mdast: mdxFromMarkdown(),
};

const TEXT_DIRECTIVE: SyntaxExtension = {
  syntax: { text: directive().text ?? {} },
  mdast: [directiveFromMarkdown()],
};

/** The name of a directive that has attributes. */
const WITH_ATTRIBUTES = /:[a-z][\w-]*(?:\[[^\]\n]*\])?\{/i;

/**
 * Parses MDX. Directives are text, and so are the braces of their attributes.
 *
 * @throws {VFileMessage} if it is invalid
 */
export const parseMdx: MarkdownParser = (markdown, budget = new ParsingBudget()) => {
  codeBudget = budget;
  if (!WITH_ATTRIBUTES.test(markdown)) return parseWith(markdown, MDX_SYNTAX);
  const tree = parseWith(markdown, MDX_SYNTAX, TEXT_DIRECTIVE);
  writeDirectivesAsText(tree, markdown);
  return tree;
};

function writeDirectivesAsText(tree: Root, markdown: string): void {
  visit(tree, 'textDirective', (node, index, parent) => {
    if (index === undefined || !parent) return;
    const { children, position } = node;
    const [start = 0, end] = [position?.start.offset, position?.end.offset];
    const text = (from?: number, to?: number): Text => ({
      type: 'text',
      value: markdown.slice(from, to),
      ...(position && { position }),
    });
    const [first, last] = [children[0]?.position, children.at(-1)?.position];
    const content: PhrasingContent[] = first
      ? [text(start, first.start.offset), ...children, text(last?.end.offset, end)]
      : [text(start, end)];
    parent.children.splice(index, 1, ...content);
    return index + content.length;
  });
}
