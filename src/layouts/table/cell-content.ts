import type { PhrasingContent, TableCell } from 'mdast';
import { visit } from 'unist-util-visit';
import { oneLine } from '../../text/one-line.ts';
import type { Format } from '../../types.ts';

/** Adapts inline content to a table cell, which is a single line. */
export function cellContent(content: PhrasingContent[], format: Format): PhrasingContent[] {
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
