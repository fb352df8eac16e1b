/** Nodes whose marker depends on where they stand. */
import type { Emphasis, Parents, ThematicBreak } from 'mdast';
import {
  type AttentionInfo,
  defaultHandlers,
  type Handle,
  type State,
} from 'mdast-util-to-markdown';

const { emphasis: byDefault } = defaultHandlers;

/** Writes emphasis; inside of a word with `*`, since `_` is an underscore there. */
export const emphasis: Handle = Object.assign((...args: Parameters<Handle>) => byDefault(...args), {
  peek: byDefault.peek,
  attention(node: Emphasis, state: State): AttentionInfo {
    const info = byDefault.attention(node, state);
    return node.data?.inWord ? { ...info, markers: ['*', '_'] } : info;
  },
});

/** Writes a thematic break; at the start of a page or its body `---` would open front matter. */
export function thematicBreak(
  node: ThematicBreak,
  parent: Parents | undefined,
  state: State,
): string {
  const isFirst =
    parent?.type === 'root' && parent.children.find(({ type }) => type !== 'yaml') === node;
  const own = isFirst ? { ...state, options: { ...state.options, rule: '*' as const } } : state;
  return defaultHandlers.thematicBreak(node, parent, own);
}
