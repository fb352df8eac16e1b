import { join, relative } from 'node:path';
import type { VFile } from 'vfile';
import { type Diagnostic, diagnosticsOf } from './diagnostic.ts';
import type { Surroundings } from './index.ts';

/**
 * Workflow commands that annotate the lines of a pull request.
 *
 * @see https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands
 */
export function github(files: readonly VFile[], surroundings: Surroundings): string {
  return files
    .flatMap(diagnosticsOf)
    .map((diagnostic) => annotation(diagnostic, surroundings))
    .join('');
}

function annotation(diagnostic: Diagnostic, surroundings: Surroundings): string {
  const { line, column, endLine, endColumn, severity, code, message, help } = diagnostic;
  const properties = {
    file: inRepository(diagnostic.file, surroundings),
    line,
    endLine,
    // GitHub takes columns for a single line only.
    ...(line === endLine && { col: column, endColumn }),
    title: code,
  };
  const listed = Object.entries(properties).map(([key, value]) => `${key}=${property(value)}`);
  return `::${severity} ${listed.join(',')}::${data(`${message}\nhelp: ${help}`)}\n`;
}

/** GitHub knows files by their paths in the repository, in whatever folder a step runs. */
function inRepository(file: string, { cwd = '', env }: Surroundings): string {
  if (!env?.GITHUB_WORKSPACE) return file;
  const path = relative(env.GITHUB_WORKSPACE, join(cwd, file)).replaceAll('\\', '/');
  return path.startsWith('../') ? file : path;
}

function data(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function property(value: string | number): string {
  return data(String(value)).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
