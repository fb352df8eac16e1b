import type { Code, Parents } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { isFirstInBody } from '../util/is-first-in-body.ts';

/**
 * Writes code. With `fences: false`, it is indented, except at the start of a page, where Astro trims
 * white space, and in other blocks, where parsers differ.
 */
export function code(node: Code, parent: Parents | undefined, state: State, info: Info): string {
  const { options } = state;
  if (parent?.type !== 'root' || isFirstInBody(node, parent)) {
    state.options = { ...options, fences: true };
  }
  const text = defaultHandlers.code(node, parent, state, info);
  state.options = options;
  return text;
}
