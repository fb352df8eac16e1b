/** Nodes whose marker depends on where they stand. */
import type { Emphasis, Parents, ThematicBreak } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';

/** Writes emphasis with `*` where it touches a word: inside of one `_` is an underscore. */
export function emphasis(
  node: Emphasis,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const touches = /[\p{L}\p{N}_]$/u.test(info.before) || /^[\p{L}\p{N}_]/u.test(info.after);
  const own = touches ? { ...state, options: { ...state.options, emphasis: '*' as const } } : state;
  return defaultHandlers.emphasis(node, parent, own, info);
}

// What is before it may not look like its first character, whichever that is.
emphasis.peek = (...[, , state]: Parameters<typeof emphasis>): string =>
  state.options.emphasis || '*';

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
