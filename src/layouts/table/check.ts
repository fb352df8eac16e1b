import type { PhrasingContent, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import { flattenCredits } from '../../model/walk-sections.ts';
import type { CheckLayout } from '../layout.ts';
import { columnsFor } from './columns.ts';

/** A cell is a single line and ends at a `|`, which cannot be escaped everywhere. */
export const checkTable: CheckLayout = (credits, { style, fields, locate, report }) => {
  const all = flattenCredits(credits);
  const hasDescriptions = columnsFor(all, style).includes('description');
  for (const credit of all) {
    const field = 'markdown' in credit ? credit : hasDescriptions && credit.description;
    const unfit = field && unfitForCell(fields.phrasing(field));
    if (unfit) report('table-cell', locate(field), unfit);
  }
};

interface Unfit {
  construct: string;
  remedy: string;
}

/** Returns the first construct that a cell cannot contain, and the fix. */
function unfitForCell(content: PhrasingContent[]): Unfit | undefined {
  const cell: TableCell = { type: 'tableCell', children: content };
  let unfit: Unfit | undefined;
  visit(cell, (node) => {
    if (node.type === 'inlineCode' && OPEN_PIPE.test(node.value)) unfit ??= CODE;
    if (node.type === 'html' && DIVIDER.test(node.value)) unfit ??= HTML;
    if (expressionsIn(node).some((expression) => DIVIDER.test(expression))) unfit ??= EXPRESSION;
  });
  return unfit;
}

/** Characters that end a cell or a table. */
const DIVIDER = /[|\r\n]/;

/** In code, `\|` is a `|`, and `\\|` ends the cell, so code cannot contain `\|` itself. */
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

/** Returns the JavaScript of an expression, or of the attributes of an element. */
function expressionsIn(node: TableCell | PhrasingContent): string[] {
  if (node.type === 'mdxTextExpression') return [node.value];
  if (node.type !== 'mdxJsxTextElement') return [];
  return node.attributes.map((attribute) => {
    if (attribute.type === 'mdxJsxExpressionAttribute') return attribute.value;
    return typeof attribute.value === 'object' ? (attribute.value?.value ?? '') : '';
  });
}
