import { codes } from '../diagnostics/codes.ts';
import { explanations } from '../diagnostics/explanations.ts';
import { nearest } from '../diagnostics/nearest.ts';
import { type CommandProcess, DONE, type ExitCode } from '../file/command-process.ts';
import { UsageError } from './usage-error.ts';

/**
 * Prints what a diagnostic means, with an example and its mending.
 *
 * @throws {UsageError} if there is no such code
 */
export function explain(code: string, host: CommandProcess): ExitCode {
  if (!Object.hasOwn(explanations, code)) {
    const near = nearest(code, Object.keys(codes));
    const hint = near
      ? `did you mean "${near}"?`
      : `the codes are ${Object.keys(codes).join(', ')}`;
    throw new UsageError(`there is no diagnostic "${code}"; ${hint}`);
  }
  const known = code as keyof typeof explanations;
  const { means, wrong, right } = explanations[known];
  const lines = [
    `${code} (${codes[known].severity})`,
    '',
    means,
    '',
    'Wrong:',
    '',
    indented(wrong),
    '',
    'Right:',
    '',
    indented(right),
  ];
  host.stdout.write(`${lines.join('\n')}\n`);
  return DONE;
}

function indented(example: string): string {
  return example.replace(/^(?=.)/gm, '    ');
}
