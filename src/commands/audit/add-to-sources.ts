import type { VFile } from 'vfile';
import { sortAndDedupeMessages } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { printable } from '../../text/printable.ts';
import type { SourceContent } from '../check-source-file.ts';
import { editSource } from '../edit-source.ts';
import { DONE, type ExitCode, FAILED } from '../exit-code.ts';
import { reportMessages } from '../report-messages.ts';
import { STANDARD } from '../source-file.ts';
import { UsageError } from '../usage-error.ts';
import { type AddedCredits, addMissing } from './add-missing.ts';
import { auditCovered, type CoveredSource, readCovered } from './audit-source.ts';
import { ManifestLoader } from './manifest-loader.ts';

interface AddOptions {
  from: readonly string[];
  check: boolean;
  color: boolean;
  quiet: boolean;
}

/**
 * Adds credits of what is missing to sources. If a manifest cannot be read, no source is changed.
 *
 * @throws {UsageError} if a source is standard input, or if `--from` is used with several sources
 */
export async function addToSources(
  sources: readonly { name: string; file: VFile; content: SourceContent }[],
  options: AddOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  const { from, check, color } = options;
  if (sources.some(({ name }) => name === STANDARD)) {
    throw new UsageError('--add cannot be used with standard input', 'name a source file');
  }
  if (from.length > 0 && sources.length > 1) {
    throw new UsageError(
      '--add --from takes a single source',
      'run the command once for each source',
    );
  }
  const loader = new ManifestLoader(process);
  const covered: CoveredSource[] = [];
  for (const source of sources) covered.push(await readCovered(source, from, loader, process));
  const files = [...sources.map(({ file }) => file), ...loader.broken];
  if (files.some(({ messages }) => messages.some(({ fatal }) => fatal))) {
    files.forEach(sortAndDedupeMessages);
    await reportMessages(files, { color }, process);
    return FAILED;
  }
  let code: ExitCode = DONE;
  for (const source of covered) {
    code = Math.max(code, await addToSource(source, options, process)) as ExitCode;
    if (code === FAILED) break;
  }
  return check || code === FAILED ? code : DONE;
}

async function addToSource(
  source: CoveredSource,
  { check, color, quiet }: AddOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  let added: readonly AddedCredits[] = [];
  const code = await editSource(
    source.name,
    (text, { read }) => {
      const { page } = read;
      const sections = auditCovered(read, source, []);
      const newSections = source.further.map((coverage) => ({
        coverage,
        dependencies: source.loaded.get(coverage.manifest) ?? [],
      }));
      const edited = addMissing(text, page, sections, newSections);
      added = edited.added;
      return edited.text;
    },
    { check, color },
    process,
  );
  if (code === FAILED || quiet) return code;
  for (const { title, count } of added) {
    const place = title === undefined ? source.file.path : `"${title}" of ${source.file.path}`;
    const line = `${check ? 'would add' : 'added'} ${count} ${count === 1 ? 'credit' : 'credits'} to ${place}`;
    process.stderr.write(`${printable(line)}\n`);
  }
  if (added.length === 0) process.stderr.write('nothing to add\n');
  return code;
}
