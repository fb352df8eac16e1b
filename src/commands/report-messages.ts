import type { VFile } from 'vfile';
import type { CommandProcess } from '../file/command-process.ts';
import { isDataReporter, loadReporter, type ReporterName } from '../reporters/index.ts';
import { takesColor } from '../reporters/takes-color.ts';

export interface ReportingOptions {
  reporter?: ReporterName;
  color?: boolean;
}

/** Prints the messages of files: data to standard output, and everything else to standard error. */
export async function reportMessages(
  files: readonly VFile[],
  { reporter = 'text', color = true }: ReportingOptions,
  process: CommandProcess,
): Promise<void> {
  const isData = isDataReporter(reporter);
  if (!isData && files.every(({ messages }) => messages.length === 0)) return;
  const stream = isData ? process.stdout : process.stderr;
  const formatMessages = await loadReporter(reporter);
  const isColored = color && takesColor(stream, process);
  stream.write(formatMessages(files, { cwd: process.cwd(), env: process.env, color: isColored }));
}
