import type { CommandProcess } from '../../file/command-process.ts';
import { printableJson } from '../../text/printable.ts';
import { checkSourceFile } from '../check-source-file.ts';
import { DONE, type ExitCode, FAILED } from '../exit-code.ts';
import { findSources } from '../find-sources.ts';
import { reportMessages } from '../report-messages.ts';
import { findSource } from '../source-file.ts';
import { UsageError } from '../usage-error.ts';

export interface DataOptions {
  /** Whether to print the URLs instead of the credits. */
  urls?: boolean;
}

/**
 * Prints the credits of a source as JSON, or its URLs.
 *
 * @param name the path of the source, or `-`; by default, the source in the current folder
 * @throws {UsageError} if the name is a glob that matches several files
 */
export async function dataCommand(
  name: string | undefined,
  { urls }: DataOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  const [source = '', another] =
    name === undefined ? [findSource(process)] : await findSources([name], process);
  if (another !== undefined) {
    throw new UsageError('data takes a single source', 'name one source');
  }
  const { file, content } = await checkSourceFile(source, { process });
  await reportMessages([file], {}, process);
  if (!content) return FAILED;
  if (urls) {
    const { urlsToCheck } = await import('./urls-to-check.ts');
    const found = await urlsToCheck(content);
    process.stdout.write(found.map((url) => `${url}\n`).join(''));
  } else process.stdout.write(`${printableJson(content.checked.page)}\n`);
  return DONE;
}
