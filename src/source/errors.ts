import { type Document, isCollection, isScalar, type Node, visit, type YAMLError } from 'yaml';
import type { Range, Report } from '../diagnostics/report.ts';

/**
 * Tells what is wrong with broken YAML in the words of the person who wrote it. Most such
 * mistakes are a text that wants quotes; those are all told. After the first mistake in the
 * structure the parser only guesses, so what it says from there on is left out.
 */
export function reportYamlErrors(document: Document, text: string, report: Report): void {
  const conflict = /^<{7}( .*)?$/m.exec(text);
  if (conflict) {
    report(
      'yaml-conflict',
      { start: conflict.index, end: conflict.index + conflict[0].length },
      {},
    );
    return;
  }
  let last = -1;
  for (const error of document.errors) {
    const line = lineAt(text, error.pos[0]);
    if (line.start === last) continue;
    last = line.start;
    if (!reportYamlError(error, line, document, text, report)) return;
  }
}

/** Reports one error. Says whether the parser is likely to be right about the rest. */
function reportYamlError(
  { code, pos, message }: YAMLError,
  line: Range,
  document: Document,
  text: string,
  report: Report,
): boolean {
  const at = { start: pos[0], end: Math.max(pos[1], pos[0]) };
  if (code === 'TAB_AS_INDENT') {
    report('yaml-tab', at, {});
    return true;
  }
  if (code === 'MULTIPLE_DOCS') {
    report('yaml-documents', { start: at.start, end: line.end }, {});
    return false;
  }
  if (code === 'BAD_DQ_ESCAPE') {
    const range = { start: at.start, end: at.start + 2 };
    report('yaml-escape', range, { sequence: text.slice(range.start, range.end) });
    return true;
  }

  const open = unclosed(document, code, at.start);
  if (open) {
    const mark = text[open.start] as string;
    const reason = `this ${mark} is never closed`;
    const value = valueAt(text, open.start);
    if (value?.start === open.start) report('yaml-quote', value, quote(text, value, reason));
    else report('yaml-syntax', { start: open.start, end: open.start + 1 }, { reason });
    return false;
  }

  const value = valueAt(text, at.start);
  if (value) {
    const reason = whyQuote(text.slice(value.start, value.end), code);
    if (reason) {
      report('yaml-quote', value, quote(text, value, reason));
      return true;
    }
  }

  if (code === 'BLOCK_AS_IMPLICIT_KEY') {
    // A value on the line of its key, and below it lines that are indented deeper.
    const next = lineAt(text, line.end + 1);
    const start = next.start + indentOf(text.slice(next.start, next.end));
    report(
      'yaml-indent',
      { start, end: next.end },
      {
        reason: 'this line is indented as if it belonged to the value above',
      },
    );
    return false;
  }
  if (code === 'BAD_INDENT' || message.startsWith('Sequence item without')) {
    const written = text.slice(line.start, line.end);
    const start = line.start + indentOf(written);
    report(
      'yaml-indent',
      { start, end: line.end },
      {
        reason: 'this line does not line up with those above',
      },
    );
    return false;
  }
  if (message.startsWith('Implicit ')) {
    const written = text.slice(line.start, line.end).trim();
    const start = line.start + indentOf(text.slice(line.start, line.end));
    report(
      'yaml-syntax',
      { start, end: line.end },
      {
        reason: /^-[^\s-]/.test(written)
          ? 'a dash needs a space after it to start an item'
          : /^[\w-]+:\S/.test(written)
            ? 'a colon needs a space after it to end a key'
            : 'this line is neither "key: value" nor "- item"',
      },
    );
    return false;
  }
  report('yaml-syntax', at, { reason: message });
  return false;
}

/** Why a value, as it stands on its line, needs quotes; nothing if it does not. */
function whyQuote(value: string, code: string): string | undefined {
  const first = value[0] as string;
  if (code === 'BAD_SCALAR_START') return `a value cannot start with ${first}`;
  if (code === 'BLOCK_AS_IMPLICIT_KEY' && /: |:$/.test(value)) {
    return `a value without quotes cannot ${value.endsWith(':') ? 'end with ":"' : 'hold ": "'}`;
  }
  if (code !== 'UNEXPECTED_TOKEN') return;
  if (first === '"' || first === "'") return 'the text goes on after its closing quote';
  if (first === '[' || first === '{')
    return `a value that starts with ${first} is a YAML collection`;
  if (first === '*') return 'a value that starts with * is a YAML alias';
  if (first === '>' || first === '|')
    return `a value that starts with ${first} is a YAML block text`;
  if (/^[-?] /.test(value)) return `a value cannot start with "${first} "`;
  if (/^[\]},]/.test(value)) return `a value cannot start with ${first}`;
  return;
}

/** The quote or bracket that is never closed, if that is what an error is about. */
function unclosed(document: Document, code: string, at: number): Range | undefined {
  if (code !== 'MISSING_CHAR' && code !== 'BAD_INDENT') return;
  let found: Range | undefined;
  visit(document, (_, node) => {
    const quoted = isScalar(node) && node.type?.startsWith('QUOTE');
    const flow = isCollection(node) && node.flow;
    if (!quoted && !flow) return;
    const [start, end] = (node as Node).range as [number, number, number];
    if (start < at && at <= end + 1 && end - start > 0) found = { start, end };
  });
  return found;
}

/**
 * The value that a place belongs to: in a flow collection what lies between two of its marks,
 * else all that follows the key or the dash on that line, without a comment.
 */
function valueAt(text: string, at: number): Range | undefined {
  const line = lineAt(text, at);
  const written = text.slice(line.start, line.end);
  const lead =
    /^\s*(?:- +)*(?:(?:"[^"]*"|'[^']*'|[^\s"'[\]{}#:-](?:[^:#]|:(?! )|(?<! )#)*?)\s*:[ \t]+)?/.exec(
      written,
    ) as RegExpExecArray;
  let start = line.start + lead[0].length;
  if (at < start) return;
  let end = line.end;
  if (
    at > start &&
    /^[[{]/.test(written.slice(lead[0].length)) &&
    !/^\[[^\]]*\]\(/.test(written.slice(lead[0].length))
  ) {
    const token = /^[^,\]}]*/.exec(text.slice(at, line.end)) as RegExpExecArray;
    if (/[[{,]\s*$/.test(text.slice(start, at))) {
      start = at;
      end = at + token[0].length;
    }
  }
  const value = text
    .slice(start, end)
    .replace(/(^|\s)#.*$/, '')
    .trimEnd();
  return value === '' ? undefined : { start, end: start + value.length };
}

function quote(text: string, { start, end }: Range, reason: string) {
  const value = text.slice(start, end);
  const inner = /^(['"])(.*)\1$/.exec(value)?.[2] ?? value;
  return { reason, text: quoted(inner) };
}

/** A text as YAML that says just that. */
export function quoted(text: string): string {
  return /["\\]/.test(text) ? `'${text.replaceAll("'", "''")}'` : `"${text}"`;
}

function lineAt(text: string, at: number): Range {
  const start = at === 0 ? 0 : text.lastIndexOf('\n', at - 1) + 1;
  const newline = text.indexOf('\n', start);
  const end = newline < 0 ? text.length : newline;
  return { start, end: text[end - 1] === '\r' && end > start ? end - 1 : end };
}

function indentOf(line: string): number {
  return line.length - line.trimStart().length;
}
