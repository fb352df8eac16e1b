import { firstError } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { printable } from '../../text/printable.ts';
import type { Page } from '../../types.ts';
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
  const addTo = (section: string | undefined) => {
    const edit = (text: string, { checked: { page } }: { checked: { page: Page } }) => {
      added = addCredit(text, page, what, { ...options, section });
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
    const place = added.section === undefined ? name : `"${added.section}" of ${name}`;
    const verb = added.isNew ? (check ? 'would add' : 'added') : 'already credited:';
    const preposition = added.isNew ? 'to' : 'in';
    process.stderr.write(`${printable(`${verb} ${added.name} ${preposition} ${place}`)}\n`);
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
