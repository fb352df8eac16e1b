import type { Nodes, Parents } from 'mdast';

/** Whether a node is the first of a page after its front matter. */
export function isFirstInBody(node: Nodes, parent: Parents | undefined): boolean {
  return parent?.type === 'root' && parent.children.find(({ type }) => type !== 'yaml') === node;
}
