import { codes, isCode, topics } from '../diagnostics/codes.ts';
import { documents } from '../diagnostics/documents.ts';
import { nearest } from '../diagnostics/nearest.ts';
import type { CommandProcess } from '../file/command-process.ts';
import { DONE, type ExitCode } from './exit-code.ts';
import { UsageError } from './usage-error.ts';

/**
 * Explains a diagnostic with an example. Without a code, lists all of them.
 *
 * @throws {UsageError} if the code does not exist
 */
export function explainCommand(code: string | undefined, process: CommandProcess): ExitCode {
  process.stdout.write(code === undefined ? listCodes() : describeCode(code));
  return DONE;
}

function listCodes(): string {
  const width = Math.max(...Object.keys(codes).map((code) => code.length));
  const paragraphs = Object.entries(topics).map(([topic, diagnostics]) => {
    const lines = Object.entries(diagnostics).map(([code, { severity }]) => {
      const { summary } = documents[code as keyof typeof documents];
      return `  ${code.padEnd(width)}  ${severity.padEnd('warning'.length)}  ${summary}\n`;
    });
    return `${topic}\n${lines.join('')}\n`;
  });
  return `${paragraphs.join('')}Run "starlight-credits explain <code>" for details and an example.\n`;
}

/** @throws {UsageError} if the code does not exist */
function describeCode(code: string): string {
  if (isCode(code)) return `${code} (${codes[code].severity})\n\n${documents[code].text}`;
  const near = nearest(code, Object.keys(codes));
  const help = near
    ? `did you mean "${near}"?`
    : 'run "starlight-credits explain" for a list of all codes';
  throw new UsageError(`unknown diagnostic "${code}"`, help);
}
