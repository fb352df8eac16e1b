import type { Log, ReportingDescriptor, Result } from 'sarif';
import type { VFile } from 'vfile';
import { type Code, codes, type Severity } from '../diagnostics/codes.ts';
import { documents } from '../diagnostics/documents.ts';
import { percentEncodePath } from '../text/percent-encode.ts';
import { printableJson } from '../text/printable.ts';
import { version } from '../version.ts';
import { type Diagnostic, diagnosticsOf } from './diagnostic.ts';

/**
 * Formats diagnostics as a SARIF log, with the documents of their codes as rules.
 *
 * @see https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html
 */
export function sarifReporter(files: readonly VFile[]): string {
  const diagnostics = files.flatMap(diagnosticsOf);
  const known = [...new Set(diagnostics.map(({ code }) => code as Code))].sort();
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [
      {
        tool: {
          driver: {
            name: 'starlight-credits',
            version,
            semanticVersion: version,
            rules: known.map(ruleOf),
          },
        },
        columnKind: 'utf16CodeUnits',
        results: diagnostics.map((diagnostic) => resultOf(diagnostic, known)),
      },
    ],
  };
  return `${printableJson(log)}\n`;
}

function ruleOf(code: Code): ReportingDescriptor {
  const { summary, meaning, text, markdown } = documents[code];
  return {
    id: code,
    shortDescription: { text: summary },
    fullDescription: { text: meaning.replaceAll('\n', ' ') },
    help: { text, markdown },
    defaultConfiguration: { level: levelOf(codes[code].severity) },
  };
}

function levelOf(severity: Severity | 'off'): Result.level {
  if (severity === 'off') return 'none';
  return severity === 'info' ? 'note' : severity;
}

function resultOf(diagnostic: Diagnostic, known: readonly Code[]): Result {
  const { file, line, column, endLine, endColumn, severity, code, message, help } = diagnostic;
  return {
    ruleId: code,
    ruleIndex: known.indexOf(code as Code),
    level: levelOf(severity),
    message: { text: `${message}\nhelp: ${help}` },
    locations: [
      {
        physicalLocation: {
          artifactLocation: { uri: percentEncodePath(file) },
          region: { startLine: line, startColumn: column, endLine, endColumn },
        },
      },
    ],
  };
}
