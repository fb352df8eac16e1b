import {
  type Document,
  isCollection,
  isScalar,
  visit,
  type YAMLError,
  type Node as YamlNode,
} from 'yaml';
import type { Args, Code } from '../diagnostics/codes.ts';
import type { Report } from '../diagnostics/report.ts';
import type { Range } from '../text/range.ts';
import { lineMistakeAt } from './line-mistakes.ts';
import {
  brokenQuoteAt,
  flowPieceAt,
  lineAt,
  valueAroundMapAt,
  valueAt,
  writtenAt,
} from './line-ranges.ts';
import { COLON_WITHOUT_QUOTES } from './mistake-reasons.ts';
import { quoteScalar } from './quote-scalar.ts';

/** A diagnostic for an error of the parser. */
interface Finding<C extends Code = Code> {
  code: C;
  range: Range;
  args: Args<C>;
  /** Whether later errors are unreliable, as the parser can only guess after this one. */
  last: boolean;
}

/** An error of the parser, and the source around it. */
interface Stumble {
  error: YAMLError;
  at: number;
  text: string;
  document: Document;
}

type Rule = (stumble: Stumble) => Finding | undefined;

/**
 * Reports the errors of broken YAML. Most of them are about strings that need quotes, and all of these
 * are reported. After an error in the structure, the parser can only guess, so nothing else is
 * reported.
 */
export function reportYamlErrors(document: Document, text: string, report: Report): void {
  const conflict = /^<{7}( .*)?$/m.exec(text);
  if (conflict) {
    const start = conflict.index;
    report('yaml-conflict', { start, end: start + conflict[0].length }, {});
    return;
  }
  let line: Range = { start: 0, end: -1 };
  for (const error of document.errors) {
    const stumble = { error, at: error.pos[0], text, document };
    if (line.start <= stumble.at && stumble.at <= line.end) continue;
    line = lineAt(text, stumble.at);
    const { code, range, args, last } = findingOf(stumble);
    report(code, range, args as never);
    if (last) return;
  }
}

function findingOf(stumble: Stumble): Finding {
  for (const rule of RULES) {
    const finding = rule(stumble);
    if (finding) return finding;
  }
  const [start, end] = stumble.error.pos;
  return structure('yaml-syntax', { start, end }, { reason: stumble.error.message });
}

/** Returns the error of a line that is not where YAML expects it, or that has no structure. */
function misplacedLine({ text, at }: Stumble): Finding {
  const { code, range, args } = lineMistakeAt(text, at);
  return structure(code, range, args);
}

/** Returns an error in one value. The rest of the file can be parsed. */
function value<C extends Code>(code: C, range: Range, args: Args<C>): Finding {
  return { code, range, args, last: false } as Finding;
}

/** Returns an error in the structure of the file. */
function structure<C extends Code>(code: C, range: Range, args: Args<C>): Finding {
  return { code, range, args, last: true } as Finding;
}

/**
 * Returns the error of a string that needs quotes.
 *
 * @param or an alternative fix
 */
function unquoted(text: string, range: Range, reason: string, or?: string): Finding {
  const written = text.slice(range.start, range.end);
  const quoted = quoteScalar(withoutBrokenQuotes(written));
  return value('yaml-quote', range, { reason, text: quoted, ...(or !== undefined && { or }) });
}

/** The next quote of a kind. A `'` between letters or digits is an apostrophe. */
const NEXT_QUOTE = { '"': /"/, "'": /(?<![\p{L}\p{N}])'|'(?![\p{L}\p{N}])/u };

/**
 * Removes quotes around a whole value that YAML ends too early, as in `"The "best" font"` and `'it's'`.
 * Those around a part of it, as in `"a" and "b"`, are kept.
 */
function withoutBrokenQuotes(written: string): string {
  const [mark, rest] = [written[0], written.slice(1)];
  if (mark !== '"' && mark !== "'") return written;
  const next = rest.search(NEXT_QUOTE[mark]);
  const isLast = next < 0 || next === rest.length - 1;
  // It opens a quotation inside if it is at the start of a word.
  if (!isLast && !/(?:^|[\s([])["']\S/.test(rest.slice(Math.max(next - 1, 0), next + 2)))
    return written;
  return rest.endsWith(mark) ? rest.slice(0, -1) : rest;
}

/** The rules, the most specific first. */
const RULES: Rule[] = [
  function tab({ error, at }) {
    if (error.code !== 'TAB_AS_INDENT') return;
    return value('yaml-tab', { start: at, end: at + 1 }, {});
  },

  function secondDocument({ error, at, text }) {
    if (error.code !== 'MULTIPLE_DOCS') return;
    return structure('yaml-documents', { start: at, end: lineAt(text, at).end }, {});
  },

  function unknownEscape({ error, at, text }) {
    if (error.code !== 'BAD_DQ_ESCAPE') return;
    const range = { start: at, end: at + 2 };
    return value('yaml-escape', range, { sequence: text.slice(at, at + 2) });
  },

  function flowItem({ error, at, text }) {
    if (error.code !== 'BAD_SCALAR_START' && error.code !== 'BLOCK_IN_FLOW') return;
    const range = flowPieceAt(text, at);
    if (!range) return;
    const [before, key] =
      /^(\w[^"']*\s)([\w-]+:)\s/.exec(text.slice(range.start, range.end))?.slice(1) ?? [];
    if (before !== undefined && key !== undefined) {
      const start = range.start + before.length;
      return structure(
        'yaml-syntax',
        { start, end: start + key.length },
        {
          reason: 'missing comma',
          help: `write a comma before "${key}"`,
        },
      );
    }
    return unquoted(text, range, `a value without quotes cannot start with ${text[at]}`);
  },

  function quotesInFlow({ error, at, text }) {
    if (!/^Unexpected scalar at node end|^Missing , /.test(error.message)) return;
    const range = brokenQuoteAt(text, at);
    return range && unquoted(text, range, TEXT_AFTER_QUOTE);
  },

  function mapInFlowValue({ error, at, text }) {
    if (!/^Unexpected flow-map-start at node end|^Missing , /.test(error.message)) return;
    const range = valueAroundMapAt(text, at);
    const reason = 'a value inside { } or [ ] cannot contain { without quotes';
    // The parser takes the first } as the end of the collection.
    return range && { ...unquoted(text, range, reason), last: true };
  },

  function missingComma({ error, at }) {
    if (!/^Unexpected flow-\w+-start at node end|^Missing , /.test(error.message)) return;
    return structure(
      'yaml-syntax',
      { start: at, end: at + 1 },
      {
        reason: 'missing comma',
        help: 'write a comma between the values',
      },
    );
  },

  function unclosed({ error, at, text, document }) {
    if (!/^Missing closing|must .*end with a/.test(error.message)) return;
    const open = openAt(document, at);
    if (!open) return;
    const mark = text[open.start] as string;
    const close = { '[': ']', '{': '}' }[mark] ?? mark;
    if (isClosed(text, open.start, mark, close)) {
      return structure('yaml-indent', writtenAt(text, at), {
        reason: `the lines between ${mark} and ${close} must be indented deeper than their key`,
        help: 'indent this line',
      });
    }
    return structure('yaml-unclosed', { start: open.start, end: open.start + 1 }, { mark, close });
  },

  function listOnTheLineOfItsKey({ error, at, text }) {
    if (!error.message.startsWith('Unexpected block-seq-ind on same line')) return;
    const range = valueAt(text, at);
    if (!range) return;
    if (!/^- +[\w-]+:(?: |$)/.test(text.slice(range.start, range.end))) {
      const reason = 'a value without quotes cannot start with "- "';
      return unquoted(text, range, reason, 'start a list on the line below its key');
    }
    return structure('yaml-indent', range, {
      reason: 'a list must start on the line below its key',
      help: 'move it to the line below, and indent it',
    });
  },

  function itemOutOfLine(stumble) {
    if (!stumble.error.message.startsWith('A block sequence may not be used')) return;
    return misplacedLine(stumble);
  },

  function colonInText({ error, at, text }) {
    if (error.code !== 'BLOCK_AS_IMPLICIT_KEY') return;
    const range = valueAt(text, at);
    const written = range && text.slice(range.start, range.end);
    if (range && written?.startsWith('? ')) {
      return unquoted(text, range, 'a value without quotes cannot start with "? "');
    }
    if (range && /: |:$/.test(written ?? '')) {
      const isAtEnd = written?.endsWith(':');
      const reason = isAtEnd ? 'a value without quotes cannot end with ":"' : COLON_WITHOUT_QUOTES;
      return unquoted(text, range, reason);
    }
    // A value on the line of its key, followed by lines that are indented deeper.
    const next = Math.min(lineAt(text, at).end + 1, text.length);
    const { range: line, args } = lineMistakeAt(text, next);
    const reason = 'this line is indented like a part of the value above';
    return structure('yaml-indent', line, { ...args, reason });
  },

  function indicator({ error, at, text }) {
    const range = valueAt(text, at);
    if (!range) return;
    const written = text.slice(range.start, range.end);
    const afterComma = /^(?:(['"]).*\1|\[.*\]|\{.*\}),$/.test(written);
    if (afterComma && error.message.startsWith('Unexpected ')) {
      return structure(
        'yaml-syntax',
        { start: range.end - 1, end: range.end },
        {
          reason: 'unexpected comma at the end of a line',
          help: 'remove the comma',
        },
      );
    }
    const reasons: [RegExp, string][] = [
      [/^["']/, TEXT_AFTER_QUOTE],
      [/^[[{]/, `a value that starts with ${written[0]} is a YAML collection`],
      [/^\*/, 'a value that starts with * is a YAML alias'],
      [/^&/, 'a value that starts with & is a YAML anchor'],
      [/^!/, 'a value that starts with ! is a YAML tag'],
      [/^[>|]/, `a value that starts with ${written[0]} is a YAML block scalar`],
      [/^[@`%,\]}]/, `a value without quotes cannot start with ${written[0]}`],
    ];
    const [, reason] = reasons.find(([start]) => start.test(written)) ?? [];
    if (!reason || error.code === 'BAD_INDENT') return;
    const or = /^\* /.test(written) ? `write "- ${written.slice(2)}" for a list item` : undefined;
    return unquoted(text, range, reason, or);
  },

  function outOfLine(stumble) {
    const { code, message } = stumble.error;
    const isLine =
      code === 'BAD_INDENT' ||
      /^(?:Sequence item without|Implicit |Unexpected scalar at node end)/.test(message);
    return isLine ? misplacedLine(stumble) : undefined;
  },
];

const TEXT_AFTER_QUOTE = 'there is text after the closing quote';

/** Whether a quote or bracket is closed before the next key. */
function isClosed(text: string, start: number, mark: string, close: string): boolean {
  let depth = 1;
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] === close) depth -= 1;
    else if (text[at] === mark) depth += 1;
    if (depth === 0) return !/\n\s*(?:- +)*[\w-]+:(?:\s|$)/.test(text.slice(start, at));
  }
  return false;
}

/** Returns the innermost quoted scalar or flow collection around an offset or directly before it. */
function openAt(document: Document, at: number): Range | undefined {
  let found: Range | undefined;
  visit(document, (_, node) => {
    const quoted = isScalar(node) && node.type?.startsWith('QUOTE');
    const flow = isCollection(node) && node.flow;
    if (!quoted && !flow) return;
    const [start, end] = (node as YamlNode).range as [number, number, number];
    if (start < at && at <= end + 1) found = { start, end };
  });
  return found;
}
