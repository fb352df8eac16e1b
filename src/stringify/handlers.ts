/** Nodes whose marks depend on where they stand. */
import type { Blockquote, Code, Emphasis, Parents, Strong, ThematicBreak } from 'mdast';
import {
  type AttentionInfo,
  defaultHandlers,
  type Handle,
  type Info,
  type State,
} from 'mdast-util-to-markdown';

/** Writes what asterisks or underscores mark; inside of a word, where `_` is text, with `*`. */
function marked(
  byDefault: typeof defaultHandlers.emphasis | typeof defaultHandlers.strong,
): Handle {
  return Object.assign((...args: Parameters<Handle>) => byDefault(...args), {
    peek: byDefault.peek,
    attention(node: Emphasis | Strong, state: State): AttentionInfo {
      const info = byDefault.attention(node as never, state);
      return node.data?.inWord ? { ...info, markers: ['*', '_'] } : info;
    },
  });
}

export const emphasis = marked(defaultHandlers.emphasis);

export const strong = marked(defaultHandlers.strong);

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
