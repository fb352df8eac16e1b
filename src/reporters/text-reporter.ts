import type { VFile } from 'vfile';
import type { Severity } from '../diagnostics/codes.ts';
import { severityOf } from '../diagnostics/report.ts';
import { type Colors, colorsFor } from '../text/colors.ts';
import { cut, printable } from '../text/printable.ts';
import { type Diagnostic, diagnosticsOf } from './diagnostic.ts';
import type { ReporterOptions } from './reporter.ts';

/** The maximum number of columns of a source line that are printed. */
const WIDTH = 100;

/** The maximum number of characters of a path that are printed. */
const MAX_PATH = 300;

/** The maximum number of messages of a file that are printed: errors first, then warnings. */
const MAX_MESSAGES = 50;

/** Formats diagnostics with their help and an excerpt of the source. */
export function textReporter(
  files: readonly VFile[],
  { color }: Pick<ReporterOptions, 'color'>,
): string {
  const colors = colorsFor(color);
  const withMessages = files.filter(({ messages }) => messages.length > 0);
  if (withMessages.length === 0) return '';
  const described = withMessages.map((file) => describeFile(file, colors));
  return `${described.join('\n')}\n${summary(withMessages)}\n`;
}

function describeFile(file: VFile, colors: Colors): string {
  const lines = String(file).split(/\r\n?|\n/);
  const all = diagnosticsOf(file).map((diagnostic, index) => ({
    diagnostic,
    // A message about the file as a whole has no lines to print.
    lines: file.messages[index]?.place ? lines : [],
  }));
  const bySeverity = (['error', 'warning', 'info'] as const).flatMap((severity) =>
    all.filter(({ diagnostic }) => diagnostic.severity === severity),
  );
  const printed = new Set(bySeverity.slice(0, MAX_MESSAGES));
  const groups = new Map<string, typeof all>();
  for (const each of all) {
    if (!printed.has(each)) continue;
    const key = groupKey(each.diagnostic);
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  }
  const described = [...groups.values()].map((group) => {
    const [{ lines }] = group as [(typeof group)[number]];
    return describeGroup(
      group.map(({ diagnostic }) => diagnostic),
      lines,
      colors,
    );
  });
  const others = all.length - printed.size;
  if (others > 0) {
    const count = others.toLocaleString('en');
    described.push(
      `… and ${count} more in ${shownPath(all[0]?.diagnostic)}, which --reporter json lists\n`,
    );
  }
  return described.join('\n');
}

function shownPath(diagnostic: Diagnostic | undefined): string {
  return cut(printable(diagnostic?.file ?? ''), MAX_PATH);
}

/** What diagnostics have in common that are printed together, such as all that is not credited. */
function groupKey({ line, column, severity, code, help }: Diagnostic): string {
  return JSON.stringify([line, column, severity, code, help]);
}

function describeGroup(
  diagnostics: readonly Diagnostic[],
  lines: string[],
  colors: Colors,
): string {
  const [first] = diagnostics as [Diagnostic];
  const { line, column, severity, code, help } = first;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[severity];
  const place = colors.bold(`${shownPath(first)}:${line}:${column}`);
  const start = `${place} ${paint(severity)} ${colors.dim(code)}  `;
  const messages = diagnostics.map(({ message }) => `${start}${printable(message)}\n`);
  const context = lines.length > 0 ? frame(first, lines, colors) : '';
  return `${messages.join('')}${context}  ${colors.cyan('help:')} ${printable(help)}\n`;
}

/** The line of a diagnostic with its range underlined, and the line before it. */
function frame(diagnostic: Diagnostic, lines: string[], colors: Colors): string {
  const { line, column, endLine, endColumn } = diagnostic;
  const text = lines[line - 1] ?? '';
  const before = lines[line - 2];
  const width = String(line).length;
  const end = endLine === line ? endColumn : text.length + 1;

  // Only the part of a long line around the range is printed.
  const from = column > WIDTH - 20 ? column - 21 : 0;
  const shown = (whole: string) => printable(whole.slice(from, from + WIDTH));
  const lead = printable(text.slice(from, column - 1)).replace(/[^\t]/g, ' ');
  const length = Math.max(1, Math.min(end, from + WIDTH + 1, text.length + 1) - column);
  const gutter = (number: number | '') => colors.dim(` ${String(number).padStart(width)} | `);
  return [
    ...(before === undefined ? [] : [` ${gutter(line - 1)}${shown(before)}`]),
    `${colors.red('>')}${gutter(line)}${shown(text)}`,
    ` ${gutter('')}${lead}${colors.red('^'.repeat(length))}`,
  ]
    .map((row) => `${row.trimEnd()}\n`)
    .join('');
}

function summary(files: readonly VFile[]): string {
  const severities = files.flatMap(({ messages }) => messages.map(severityOf));
  const count = (severity: Severity, one: string, many: string) => {
    const number = severities.filter((each) => each === severity).length;
    return number > 0 && `${number} ${number > 1 ? many : one}`;
  };
  return [
    count('error', 'error', 'errors'),
    count('warning', 'warning', 'warnings'),
    count('info', 'info', 'infos'),
  ]
    .filter(Boolean)
    .join(', ');
}
