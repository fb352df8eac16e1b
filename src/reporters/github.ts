import type { VFile } from 'vfile';
import { type Diagnostic, diagnosticsOf } from './diagnostic.ts';

/**
 * Workflow commands that annotate the lines of a pull request.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(files: readonly VFile[]): string {
  return files.flatMap(diagnosticsOf).map(annotation).join('');
}

function annotation(diagnostic: Diagnostic): string {
  const { file, line, column, endLine, endColumn, severity, code, message, help } = diagnostic;
  const properties = {
    file,
    line,
    endLine,
    // GitHub takes columns for a single line only.
    ...(line === endLine && { col: column, endColumn }),
    title: code,
  };
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${severity} ${listed.join(',')}::${data(`${message}\nhelp: ${help}`)}\n`;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
