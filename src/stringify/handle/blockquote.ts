import type { Blockquote, Parents } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';

/**
 * Writes a block quote. Lists in it are not adjacent to those outside: their bullets may be equal. The
 * first line of an alert is not escaped.
 */
export function blockquote(
  node: Blockquote,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const { bulletLastUsed } = state;
  state.bulletLastUsed = undefined;
  const text = defaultHandlers.blockquote(node, parent, state, info);
  state.bulletLastUsed = bulletLastUsed;
  return node.data?.alert ? text.replace(/^> \\\[!/, '> [!') : text;
}
