import {
  type ParseError,
  parseTree,
  printParseErrorCode,
  type Node as TreeNode,
} from 'jsonc-parser';
import { type Range, type Report, reportTooDeep } from '../diagnostics/report.ts';
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

/** The problem and the fix for each error of the parser. */
const ERRORS: Record<string, { reason: string; help: string }> = {
  InvalidSymbol: {
    reason: 'unexpected text without quotes',
    help: 'write it in double quotes',
  },
  InvalidNumberFormat: { reason: 'invalid number', help: 'write it in double quotes' },
  PropertyNameExpected: { reason: 'missing key', help: 'write a key in double quotes' },
  ValueExpected: { reason: 'missing value', help: 'write a value, or remove the comma or the key' },
  ColonExpected: { reason: 'missing colon', help: 'write a colon after the key' },
  CommaExpected: { reason: 'missing comma', help: 'write a comma before this value' },
  CloseBraceExpected: { reason: 'missing closing brace', help: 'close the object with }' },
  CloseBracketExpected: { reason: 'missing closing bracket', help: 'close the list with ]' },
  EndOfFileExpected: {
    reason: 'unexpected text after the end',
    help: 'remove it; a file contains a single value',
  },
  UnexpectedEndOfString: {
    reason: 'missing closing quotation mark',
    help: 'write a double quotation mark at the end of the text',
  },
  InvalidEscapeCharacter: {
    reason: 'unknown escape sequence',
    help: 'write two backslashes for a backslash',
  },
  InvalidUnicode: { reason: 'invalid escape sequence', help: 'write four digits after \\u' },
  InvalidCharacter: {
    reason: 'control character in a text',
    help: 'write \\n for a line break and \\t for a tab',
  },
  UnexpectedEndOfComment: { reason: 'this comment is never closed', help: 'close it with */' },
};

function reportJsonError(error: ParseError | undefined, text: string, report: Report): void {
  if (/^<{7}( .*)?$/m.test(text)) {
    const start = text.search(/^<{7}( .*)?$/m);
    report('yaml-conflict', { start, end: start + 7 }, {});
    return;
  }
  const wording = error && ERRORS[printParseErrorCode(error.error)];
  const { reason, help } = wording ?? {
    reason: 'unexpected text',
    help: 'check the quotes, brackets and commas just before this position',
  };
  report('json-syntax', error && rangeOf(error), { reason, help });
}
