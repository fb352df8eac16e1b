import { join, relative } from 'node:path';
import type { VFile } from 'vfile';
import { printable } from '../text/printable.ts';
import { type Diagnostic, diagnosticsOf } from './diagnostic.ts';
import type { ReporterOptions } from './reporter.ts';

/**
 * Formats diagnostics as workflow commands, which annotate the lines of a pull request.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function githubReporter(files: readonly VFile[], options: ReporterOptions): string {
  return files
    .flatMap(diagnosticsOf)
    .map((diagnostic) => annotationOf(diagnostic, options))
    .join('');
}

function annotationOf(diagnostic: Diagnostic, options: ReporterOptions): string {
  const { line, column, endLine, endColumn, severity, code, message, help } = diagnostic;
  const properties = {
    file: printable(pathInRepository(diagnostic.file, options)),
    line,
    endLine,
    // GitHub ignores columns if there are several lines.
    ...(line === endLine && { col: column, endColumn }),
    title: code,
  };
  const list = Object.entries(properties).map(([key, value]) => `${key}=${escapeProperty(value)}`);
  return `::${severity === 'info' ? 'notice' : severity} ${list.join(',')}::${escapeData(`${printable(message)}\nhelp: ${printable(help)}`)}\n`;
}

/** GitHub expects paths relative to the repository, not to the working directory of the step. */
function pathInRepository(file: string, { cwd = '', env }: ReporterOptions): string {
  if (!env?.GITHUB_WORKSPACE) return file;
  const path = relative(env.GITHUB_WORKSPACE, join(cwd, file)).replaceAll('\\', '/');
  return path.startsWith('../') ? file : path;
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(value: string | number): string {
  return escapeData(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
