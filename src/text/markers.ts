/** Nodes whose marks depend on where they stand. */
import type { Blockquote, Code, Emphasis, Parents, Strong, ThematicBreak } from 'mdast';
import {
  type AttentionInfo,
  defaultHandlers,
  type Handle,
  type Info,
  type State,
} from 'mdast-util-to-markdown';

const { emphasis: byDefault, strong: strongByDefault } = defaultHandlers;

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

/** Writes strong text; inside of a word with asterisks, as {@link emphasis}. */
export const strong: Handle = Object.assign(
  (...args: Parameters<Handle>) => strongByDefault(...args),
  {
    peek: strongByDefault.peek,
    attention(node: Strong, state: State): AttentionInfo {
      const info = strongByDefault.attention(node, state);
      return node.data?.inWord ? { ...info, markers: ['*', '_'] } : info;
    },
  },
);

/** Writes a quote, whose lists are no neighbours of those outside. */
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

/**
 * Writes code. Where a source does not want fences, they are still needed at the start of a page,
 * whose white space Astro trims, and inside of other blocks, where parsers differ.
 */
export function code(node: Code, parent: Parents | undefined, state: State, info: Info): string {
  const { options } = state;
  const isFree =
    parent?.type === 'root' && parent.children.find(({ type }) => type !== 'yaml') !== node;
  if (!isFree) state.options = { ...options, fences: true };
  const text = defaultHandlers.code(node, parent, state, info);
  state.options = options;
  return text;
}
