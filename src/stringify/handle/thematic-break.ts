import type { Parents, ThematicBreak } from 'mdast';
import { defaultHandlers, type State } from 'mdast-util-to-markdown';
import { isFirstInBody } from '../util/is-first-in-body.ts';

/** Writes a thematic break. At the start of a page or its body, `---` would open front matter. */
export function thematicBreak(
  node: ThematicBreak,
  parent: Parents | undefined,
  state: State,
): string {
  if (!isFirstInBody(node, parent)) return defaultHandlers.thematicBreak(node, parent, state);
  const options = { ...state.options, rule: '*' as const };
  return defaultHandlers.thematicBreak(node, parent, { ...state, options });
}
