import { isAbsent, type Node } from '../source/nodes.ts';
import type { Range } from '../text/range.ts';
import { shorten } from '../text/shorten.ts';
import { isMapOfLanguages } from './map-of-languages.ts';
import type { Scope } from './scope.ts';

/** The help for a map of languages in place of a value that is the same in all languages. */
const SAME_IN_ALL =
  'write one value for all languages; only text and URLs can be translated; each view can have its own "style" and "frontmatter"';

/**
 * Reports a node of another kind or type than expected.
 *
 * @param help what to write instead, if that depends on the node
 */
export function wrongType(node: Node, expected: string, scope: Scope, help?: string): undefined {
  if (isMapOfLanguages(node, scope)) return reportUntranslatable(node, expected, scope);
  const found = describeNode(node);
  scope.report('wrong-type', node, { expected, found, ...(help !== undefined && { help }) });
}

/** Reports a map of languages in place of a value that is the same in all languages. */
export function reportUntranslatable(
  node: Node,
  expected: string,
  { report }: Scope,
  help: string = SAME_IN_ALL,
): undefined {
  report('wrong-type', node, { expected, found: 'a map of languages', help });
}

/** Reports a key without a value. */
export function reportAbsent(key: Range, expected: string, scope: Scope): undefined {
  scope.report('wrong-type', key, { expected, found: 'nothing' });
}

function describeNode(node: Node): string {
  if (node.kind !== 'scalar') return `a ${node.kind}`;
  return isAbsent(node) ? 'nothing' : `"${shorten(node.value)}"`;
}
