import {
  type Document,
  isCollection,
  isScalar,
  visit,
  type YAMLError,
  type Node as YamlNode,
} from 'yaml';
import type { Args, Code } from '../diagnostics/codes.ts';
import type { Range, Report } from '../diagnostics/report.ts';
import { flowPieceAt, lineAt, valueAt, writtenAt } from './line-ranges.ts';
import { COLON_WITHOUT_QUOTES, NO_SPACE_AFTER_COLON } from './mistake-reasons.ts';
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
  let line = -1;
  for (const error of document.errors) {
    const stumble = { error, at: error.pos[0], text, document };
    const { start } = lineAt(text, stumble.at);
    if (start === line) continue;
    line = start;
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

/** Returns an error in one value. The rest of the file can be parsed. */
function value<C extends Code>(code: C, range: Range, args: Args<C>): Finding {
  return { code, range, args, last: false } as Finding;
}

/** Returns an error in the structure of the file. */
function structure<C extends Code>(code: C, range: Range, args: Args<C>): Finding {
  return { code, range, args, last: true } as Finding;
}

/** Returns the error of a string that needs quotes. */
function unquoted(text: string, range: Range, reason: string): Finding {
  const written = text.slice(range.start, range.end);
  const [, mark = '', inner = ''] = /^(['"])(.*)\1$/.exec(written) ?? [];
  // `'it's'` is a single string with an apostrophe, but `"a" "b"` is not a single string.
  const whole = inner.split(mark).length === 2 ? inner : written;
  return value('yaml-quote', range, { reason, text: quoteScalar(whole) });
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

  function pieceOfFlow({ error, at, text }) {
    if (error.code !== 'BAD_SCALAR_START' && error.code !== 'BLOCK_IN_FLOW') return;
    const range = flowPieceAt(text, at);
    return range && unquoted(text, range, `a value without quotes cannot start with ${text[at]}`);
  },

  function missingComma({ error, at }) {
    if (!/^Unexpected flow-\w+-start at node end|^Missing , /.test(error.message)) return;
    return structure('yaml-syntax', { start: at, end: at + 1 }, { reason: 'missing comma' });
  },

  function unclosed({ error, at, text, document }) {
    if (!/^Missing closing|must .*end with a/.test(error.message)) return;
    const open = openAt(document, at);
    if (!open) return;
    const mark = text[open.start] as string;
    const close = { '[': ']', '{': '}' }[mark] ?? mark;
    if (isClosed(text, open.start, mark, close)) {
      const reason = `the lines between ${mark} and ${close} must be indented deeper than their key`;
      return structure('yaml-indent', writtenAt(text, at), { reason });
    }
    return structure('yaml-unclosed', { start: open.start, end: open.start + 1 }, { mark, close });
  },

  function listOnTheLineOfItsKey({ error, at, text }) {
    if (!error.message.startsWith('Unexpected block-seq-ind on same line')) return;
    const range = valueAt(text, at);
    if (!range) return;
    if (!/^- +[\w-]+:(?: |$)/.test(text.slice(range.start, range.end))) {
      return unquoted(text, range, 'a value without quotes cannot start with "- "');
    }
    return structure('yaml-indent', range, {
      reason: 'a list must start on the line below its key',
    });
  },

  function itemOutOfLine({ error, at, text }) {
    if (!error.message.startsWith('A block sequence may not be used')) return;
    const reason = 'this line is not aligned with the lines above';
    return structure('yaml-indent', writtenAt(text, at), { reason });
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
    const next = writtenAt(text, Math.min(lineAt(text, at).end + 1, text.length));
    const reason = 'this line is indented like a part of the value above';
    return structure('yaml-indent', next, { reason });
  },

  function signOfYaml({ error, at, text }) {
    const range = valueAt(text, at);
    if (!range) return;
    const written = text.slice(range.start, range.end);
    const signs: [RegExp, string][] = [
      [/^["']/, 'there is text after the closing quote'],
      [/^[[{]/, `a value that starts with ${written[0]} is a YAML collection`],
      [/^\*/, 'a value that starts with * is a YAML alias'],
      [/^&/, 'a value that starts with & is a YAML anchor'],
      [/^!/, 'a value that starts with ! is a YAML tag'],
      [/^[>|]/, `a value that starts with ${written[0]} is a YAML block scalar`],
      [/^[@`%,\]}]/, `a value without quotes cannot start with ${written[0]}`],
    ];
    const [, reason] = signs.find(([sign]) => sign.test(written)) ?? [];
    if (!reason || error.code === 'BAD_INDENT') return;
    return unquoted(text, range, reason);
  },

  function outOfLine({ error, at, text }) {
    if (error.code !== 'BAD_INDENT' && !error.message.startsWith('Sequence item without')) return;
    const reason = 'this line is not aligned with the lines above';
    return structure('yaml-indent', writtenAt(text, at), { reason });
  },

  function neitherKeyNorItem({ error, at, text }) {
    if (!error.message.startsWith('Implicit ')) return;
    const range = writtenAt(text, at);
    const written = text.slice(range.start, range.end);
    const reason = /^-[^\s-]/.test(written)
      ? 'missing space after the dash of a list item'
      : /^[\w-]+:\S/.test(written)
        ? NO_SPACE_AFTER_COLON
        : 'this line is neither "key: value" nor "- item"';
    return structure('yaml-syntax', range, { reason });
  },
];

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
