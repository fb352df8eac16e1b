import type { Parents, Text } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { isInert, LINE_START } from '../inert-text.ts';

/**
 * Writes inert text as it is. A small page then needs none of the unsafe patterns, whose compilation
 * takes half of the time to serialize it: 8 ms become 4.4 with Node 20, and 9.5 become 4.5 with Node
 * 24, for the `credits.yaml` of this repository. The property "list items and text" in
 * `test/fast-paths.test.ts` checks that the result is that of the default handler.
 */
export function text(node: Text, parent: Parents | undefined, state: State, info: Info): string {
  const { value } = node;
  const isSafe =
    isInert(value) &&
    // After a bracket, a colon could start a definition, and a parenthesis the URL of a link.
    !value.startsWith(':') &&
    !info.before.endsWith(']') &&
    (!isLineEnd(info.before) || LINE_START.test(value)) &&
    !(value.endsWith(' ') && isLineEnd(info.after)) &&
    !(value.endsWith('!') && info.after.startsWith('['));
  return isSafe ? value : defaultHandlers.text(node, parent, state, info);
}

function isLineEnd(adjacent: string): boolean {
  return adjacent === '' || /[\r\n]$|^[\r\n]/.test(adjacent);
}
