import { firstError } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { printable } from '../../text/printable.ts';
import type { SourceContent } from '../check-source-file.ts';
import { editSource, InvalidEdit } from '../edit-source.ts';
import { type ExitCode, FAILED } from '../exit-code.ts';
import { findSources } from '../find-sources.ts';
import { findSource } from '../source-file.ts';
import { UsageError } from '../usage-error.ts';
import { type Added, type AddOptions, addCredit } from './add-credit.ts';
import { askSection } from './ask-section.ts';
import { UnclearSection } from './credit-lists.ts';
import { keyAt } from './key-at.ts';

export interface AddCommandOptions extends AddOptions {
  source?: string;
  check?: boolean;
  quiet?: boolean;
  color?: boolean;
}

/**
 * Adds a credit to a source.
 *
 * @param what a person (`@ada`, `Ada (@ada)` or an id of `people`), a URL or a name
 * @throws {UsageError} if it is blank, if the section is not clear, or if the options do not fit
 */
export async function addCommand(
  what: string,
  { source, check, quiet, color, ...options }: AddCommandOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  if (what.trim() === '')
    throw new UsageError('nothing to add', 'name a person, a URL or a project, such as @ada');
  const [name = '', another] =
    source === undefined ? [findSource(process)] : await findSources([source], process);
  if (another !== undefined) throw new UsageError('add takes a single source', 'name one source');
  let added: Added | undefined;
  let line = 0;
  const addTo = (section: AddOptions['section']) => {
    const edit = (text: string, { read: { page, locate } }: Pick<SourceContent, 'read'>) => {
      const result = addCredit(text, page, what, { ...options, section });
      // An edit that is made again, as another program edits the source as well, finds its own credit.
      if (added && !added.known) return result.text;
      added = result;
      const start = added.known && locate(added.known)?.start;
      line = text.slice(0, start).split(/\r\n?|\n/).length;
      return added.text;
    };
    return editSource(name, edit, { check, color }, process);
  };
  let code: ExitCode;
  try {
    code = await addTo(options.section).catch(async (error) => {
      const canAsk = process.stdin.isTTY && process.stderr.isTTY;
      if (!(error instanceof UnclearSection && canAsk)) throw error;
      return addTo(await askSection(error.titles, process));
    });
  } catch (error) {
    throw error instanceof InvalidEdit ? namingOption(error, options) : error;
  }
  if (code !== FAILED && added && !quiet) {
    const { known, section, url } = added;
    const file = known ? `${name}:${line}` : name;
    const place = section === undefined ? file : `"${section}" of ${file}`;
    const verb = known ? 'already credited:' : check ? 'would add' : 'added';
    const text = `${verb} ${added.name} ${known ? 'in' : 'to'} ${place}`;
    process.stderr.write(`${printable(text)}\n`);
    if (known && url !== undefined && 'name' in known && known.url !== url)
      process.stderr.write('  help: change its URL there, or pass another name with --name\n');
  }
  return code;
}

/** Returns the error with the option whose value is not valid. */
function namingOption({ message, help, file }: InvalidEdit, options: AddOptions): UsageError {
  const place = firstError(file)?.place;
  const start = place && 'start' in place ? place.start.offset : undefined;
  const key = start === undefined ? undefined : keyAt(String(file), start);
  const isOption = key !== undefined && options[key as keyof AddOptions] !== undefined;
  return new UsageError(isOption ? `--${key}: ${message}` : message, help);
}
