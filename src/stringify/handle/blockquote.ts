import type { Blockquote, Parents } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';

/** Writes a block quote. The first line of an alert is not escaped. */
export function blockquote(
  node: Blockquote,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const text = defaultHandlers.blockquote(node, parent, state, info);
  return node.data?.alert ? text.replace(/^> \\\[!/, '> [!') : text;
}
