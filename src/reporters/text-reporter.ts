import pc from 'picocolors';
import type { VFile } from 'vfile';
import { cut, printable } from '../text/printable.ts';
import { type Diagnostic, diagnosticsOf } from './diagnostic.ts';
import type { ReporterOptions } from './index.ts';

type Colors = ReturnType<typeof pc.createColors>;

/** The maximum number of columns of a source line that are printed. */
const WIDTH = 100;

/** The maximum number of characters of a path that are printed. */
const MAX_PATH = 300;

/** The maximum number of messages with the same code, place and help that are printed. */
const MAX_GROUP = 20;

/** Formats diagnostics with their help and an excerpt of the source. */
export function textReporter(
  files: readonly VFile[],
  { color }: Pick<ReporterOptions, 'color'>,
): string {
  const colors = pc.createColors(color);
  const all = files.flatMap((file) => {
    const lines = String(file).split(/\r\n?|\n/);
    return diagnosticsOf(file).map((diagnostic, index) => ({
      diagnostic,
      // A message about the file as a whole has no lines to print.
      lines: file.messages[index]?.place ? lines : [],
    }));
  });
  if (all.length === 0) return '';
  const groups = new Map<string, typeof all>();
  for (const each of all) {
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
  return `${described.join('\n')}\n${summary(all.map(({ diagnostic }) => diagnostic))}\n`;
}

/** What diagnostics have in common that are printed together, such as all that is not credited. */
function groupKey({ file, line, column, severity, code, help }: Diagnostic): string {
  return JSON.stringify([file, line, column, severity, code, help]);
}

function describeGroup(
  diagnostics: readonly Diagnostic[],
  lines: string[],
  colors: Colors,
): string {
  const [first] = diagnostics as [Diagnostic];
  const { file, line, column, severity, code, help } = first;
  const paint = { error: colors.red, warning: colors.yellow, info: colors.blue }[severity];
  const place = colors.bold(`${cut(printable(file), MAX_PATH)}:${line}:${column}`);
  const start = `${place} ${paint(severity)} ${colors.dim(code)}  `;
  const messages = diagnostics
    .slice(0, MAX_GROUP)
    .map(({ message }) => `${start}${printable(message)}\n`);
  const others = diagnostics.length - messages.length;
  const more = others > 0 ? `  … and ${others} more, which --reporter json lists\n` : '';
  const context = lines.length > 0 ? frame(first, lines, colors) : '';
  return `${messages.join('')}${more}${context}  ${colors.cyan('help:')} ${printable(help)}\n`;
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

function summary(diagnostics: Diagnostic[]): string {
  const count = (severity: Diagnostic['severity'], one: string, many: string) => {
    const number = diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
    return number > 0 && `${number} ${number > 1 ? many : one}`;
  };
  return [
    count('error', 'error', 'errors'),
    count('warning', 'warning', 'warnings'),
    count('info', 'note', 'notes'),
  ]
    .filter(Boolean)
    .join(', ');
}
