import type { Blockquote, Parents } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';

/** Lists in a block quote are not adjacent to those outside, so their bullets need not differ. */
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
  return text;
}
