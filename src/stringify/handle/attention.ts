import type { Emphasis, Strong } from 'mdast';
import {
  type AttentionInfo,
  defaultHandlers,
  type Handle,
  type State,
} from 'mdast-util-to-markdown';

export const emphasis = attentionHandler(defaultHandlers.emphasis);

export const strong = attentionHandler(defaultHandlers.strong);

/** Returns a handler that uses `*` in a word, where `_` would be text. */
function attentionHandler(
  handle: typeof defaultHandlers.emphasis | typeof defaultHandlers.strong,
): Handle {
  return Object.assign((...args: Parameters<Handle>) => handle(...args), {
    peek: handle.peek,
    attention(node: Emphasis | Strong, state: State): AttentionInfo {
      const info = handle.attention(node as never, state);
      return node.data?.inWord ? { ...info, markers: ['*', '_'] } : info;
    },
  });
}
