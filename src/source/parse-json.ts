import { type ParseError, parseTree, type Node as TreeNode } from 'jsonc-parser';
import { type Report, reportTooDeep } from '../diagnostics/report.ts';
import { jsonProblem } from '../text/json-problem.ts';
import type { Range } from '../text/range.ts';
import type { MapEntry, Node } from './nodes.ts';

/**
 * Parses JSON to the same nodes as YAML. Comments and trailing commas are allowed. Of several members
 * with the same name, only the last one is kept, as in JavaScript.
 *
 * @returns `undefined` if the JSON is invalid, which is reported
 */
export function parseJson(text: string, report: Report): Node | undefined {
  try {
    const errors: ParseError[] = [];
    const tree = parseTree(text, errors, { allowTrailingComma: true });
    const [first] = errors;
    if (tree && !first) return nodeOf(tree);
    // After the first error, the parser can only guess.
    reportJsonError(first, text, report);
  } catch (error) {
    reportTooDeep(error, report);
  }
  return;
}

function nodeOf(tree: TreeNode): Node {
  const range = rangeOf(tree);
  const { type, value, children = [] } = tree;
  if (type === 'object') {
    const entries = new Map<string, MapEntry>();
    for (const { children: [key, member] = [] } of children) {
      if (!key || !member) continue;
      // The last one also determines the order.
      entries.delete(key.value);
      entries.set(key.value, { key: key.value, ...rangeOf(key), value: nodeOf(member) });
    }
    return { kind: 'map', ...range, entries: [...entries.values()] };
  }
  if (type === 'array') return { kind: 'list', ...range, items: children.map(nodeOf) };
  if (type === 'null') return { kind: 'scalar', ...range, value: '', style: 'absent' };
  const style = type === 'string' ? 'double' : 'plain';
  return { kind: 'scalar', ...range, value: String(value), style };
}

function rangeOf({ offset, length }: { offset: number; length: number }): Range {
  return { start: offset, end: offset + length };
}

function reportJsonError(error: ParseError | undefined, text: string, report: Report): void {
  if (/^<{7}( .*)?$/m.test(text)) {
    const start = text.search(/^<{7}( .*)?$/m);
    report('yaml-conflict', { start, end: start + 7 }, {});
    return;
  }
  report('json-syntax', error && rangeOf(error), jsonProblem(error));
}
