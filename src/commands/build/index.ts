import type { VFile } from 'vfile';
import { firstError } from '../../diagnostics/report.ts';
import { DONE, type ExitCode, FAILED, type Host, NO, takesColor } from '../../file/host.ts';
import { findSource, STANDARD } from '../../file/read.ts';
import { formatOf } from '../../model/output.ts';
import { loadReporter, type ReporterName } from '../../reporters/index.ts';
import { UsageError } from '../usage.ts';
import { makePages } from './pages.ts';

export interface BuildOptions {
  output?: string;
  check?: boolean;
  strict?: boolean;
  reporter?: ReporterName;
  quiet?: boolean;
  color?: boolean;
}

/**
 * Makes the page of each source, and writes it, prints it, or compares it with what is there.
 *
 * @param names paths of sources, or `-`; none for the one in the current folder
 * @param commands words that may have been meant instead of a path
 * @throws {UsageError}
 */
export async function build(
  names: readonly string[],
  options: BuildOptions,
  commands: readonly string[],
  host: Host,
): Promise<ExitCode> {
  checkUsage(names, options);
  const { output, check, strict, reporter = 'text', quiet, color = true } = options;
  const found = names.length > 0 ? names : [findSource(host)];
  const { sources, pages } = await makePages(found, output, commands, host);

  const report = async (files: VFile[]) => {
    if (quiet) for (const file of files) file.messages = file.messages.filter(({ fatal }) => fatal);
    const stream = reporter === 'json' ? host.stdout : host.stderr;
    const show = await loadReporter(reporter);
    stream.write(show(files, { color: color && takesColor(stream, host) }));
  };

  const invalid = sources.some((file) => (strict ? file.messages.length > 0 : firstError(file)));
  if (invalid) {
    await report(sources);
    return FAILED;
  }
  if (output === STANDARD) {
    host.stdout.write(pages.map(({ file }) => String(file)).join(''));
    await report(sources);
    return DONE;
  }

  const say = (line: string) => {
    if (!quiet) host.stderr.write(`${line}\n`);
  };
  if (check) {
    const { checkPages } = await import('./check.ts');
    const difference = checkPages(pages, {
      command: commandOf(names, options),
      color: color && takesColor(host.stdout, host),
    });
    if (reporter !== 'json') host.stdout.write(difference);
    if (difference === '') for (const { file } of pages) say(`${file.path} is up to date`);
  } else {
    const { writePages } = await import('./write.ts');
    writePages(pages, say);
  }
  const files = pages.map(({ file }) => file);
  await report([...sources, ...files]);
  const codes = files.flatMap(({ messages }) => messages.map(({ ruleId }) => ruleId));
  if (codes.includes('output-unwritable')) return FAILED;
  return codes.includes('out-of-date') ? NO : DONE;
}

function checkUsage(names: readonly string[], { output, check, reporter }: BuildOptions): void {
  if (output === undefined) return;
  if (names.length > 1) throw new UsageError('-o takes the page of one source, and there are more');
  if (output !== STANDARD) {
    if (!formatOf(output)) throw new UsageError(`-o: "${output}" does not end in .md or .mdx`);
    return;
  }
  if (check) throw new UsageError('--check compares with a file; -o - names none');
  if (reporter === 'json') throw new UsageError('--reporter json and -o - both want stdout');
}

/** The command that brings the pages up to date. */
function commandOf(names: readonly string[], { output }: BuildOptions): string {
  const words = ['npx', 'starlight-credits', ...names, ...(output ? ['-o', output] : [])];
  return words.map((word) => (/^[\w./@+-]+$/.test(word) ? word : JSON.stringify(word))).join(' ');
}
