/** Inline Markdown in a cell of a table, which is one line, and ends at a `|`. */
import type { PhrasingContent, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Format } from '../../types.ts';

/** The same content in one line. */
export function inCell(content: PhrasingContent[], format: Format): PhrasingContent[] {
  const cell: TableCell = { type: 'tableCell', children: structuredClone(content) };
  visit(cell, (node, index, parent) => {
    if (node.type === 'break' && parent && index !== undefined) {
      parent.children[index] = lineBreak(format);
    }
    if (node.type === 'inlineCode') node.value = oneLine(node.value);
    if (node.type === 'image' && node.alt) node.alt = oneLine(node.alt);
    if ((node.type === 'image' || node.type === 'link') && node.title) {
      node.title = oneLine(node.title);
    }
  });
  return cell.children;
}

function lineBreak(format: Format): PhrasingContent {
  return format === 'md'
    ? { type: 'html', value: '<br />' }
    : { type: 'mdxJsxTextElement', name: 'br', attributes: [], children: [] };
}

function oneLine(text: string): string {
  return text.replace(/[ \t]*(?:\r\n?|\n)[ \t]*/g, ' ');
}

/** What no cell can hold, and what to do about it. */
export interface Unfit {
  construct: string;
  remedy: string;
}

/** The first thing in some content that no cell can hold. */
export function unfitForCell(content: PhrasingContent[]): Unfit | undefined {
  const cell: TableCell = { type: 'tableCell', children: content };
  let unfit: Unfit | undefined;
  visit(cell, (node) => {
    if (node.type === 'inlineCode' && OPEN_PIPE.test(node.value)) unfit ??= CODE;
    if (node.type === 'html' && DIVIDER.test(node.value)) unfit ??= HTML;
    if (expressionsIn(node).some((expression) => DIVIDER.test(expression))) unfit ??= EXPRESSION;
  });
  return unfit;
}

/** What ends a cell or a table. */
const DIVIDER = /[|\r\n]/;

/** In code a `\|` is a `|`, and a `\\|` is the end of the cell: nothing stands for the former. */
const OPEN_PIPE = /(?<!\\)(?:\\\\)*\\\|/;

const CODE: Unfit = {
  construct: 'code that contains \\|',
  remedy: 'remove the backslash, or use another layout',
};

const HTML: Unfit = {
  construct: 'a tag that contains a | or a line break',
  remedy: 'write the | as &#124;, and the tag on one line',
};

const EXPRESSION: Unfit = {
  construct: 'an expression that contains a | or a line break',
  remedy: 'compute it in an "export" of the "intro", or use another layout',
};

/** The expressions that a node is or has in its attributes. */
function expressionsIn(node: TableCell | PhrasingContent): string[] {
  if (node.type === 'mdxTextExpression') return [node.value];
  if (node.type !== 'mdxJsxTextElement') return [];
  return node.attributes.map((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return attribute.value;
    return typeof attribute.value === 'object' ? (attribute.value?.value ?? '') : '';
  });
}
