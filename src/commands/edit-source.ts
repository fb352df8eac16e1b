import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { firstError, reportTo } from '../diagnostics/report.ts';
import { YamlEditError } from '../edit/yaml-edit-error.ts';
import type { CommandProcess } from '../file/command-process.ts';
import { displayPath } from '../file/display-path.ts';
import { editFile } from '../file/edit-files.ts';
import { unwritable } from '../file/system-error.ts';
import { openTarget } from '../file/target.ts';
import { takesColor } from '../reporters/takes-color.ts';
import { foldCrlf } from '../text/fold-line-ends.ts';
import { checkFile, checkSourceFile, type SourceContent } from './check-source-file.ts';
import { DONE, type ExitCode, FAILED, NEGATIVE } from './exit-code.ts';
import { reportMessages } from './report-messages.ts';
import { STANDARD } from './source-file.ts';
import { UsageError } from './usage-error.ts';

export interface EditSourceOptions {
  /** Whether to write nothing, and print the difference instead. */
  check?: boolean | undefined;
  color?: boolean | undefined;
  /** The source as it was checked before, which is not read again. */
  known?: SourceContent | undefined;
}

/** The new text of a source. */
interface EditedSource {
  text: string;
  /** Whether it is known to be valid, so that it need not be checked. */
  isValid?: boolean;
}

/**
 * Returns the new text of a source.
 *
 * @param text the text of the source, without a byte order mark
 */
export type EditSource = (
  text: string,
  content: SourceContent,
) => string | EditedSource | Promise<string | EditedSource>;

/**
 * Edits a source in place. A source that is invalid or cannot be edited is reported and not changed.
 *
 * @param name a path relative to the current folder
 * @param edit called again if another program changes the file before it is replaced
 * @throws {UsageError} if the source is standard input
 * @throws {InvalidEdit} if it would become invalid, and what `edit` throws
 */
export async function editSource(
  name: string,
  edit: EditSource,
  { check = false, color = true, known }: EditSourceOptions,
  process: CommandProcess,
): Promise<ExitCode> {
  if (name === STANDARD) {
    throw new UsageError('standard input cannot be edited', 'name a source file');
  }
  const { file, content } = known
    ? { file: known.file, content: known }
    : await checkSourceFile(name, { process });
  try {
    if (!content) throw new InvalidSource(file);
    const text = String(file);
    const newText = await editText(text, content, edit);
    if (check) return printDifference(file.path, text, newText, color, process);
    const editCurrent = async (current: string) =>
      current === text ? newText : editText(current, await validContent(current, file), edit);
    await write(resolve(process.cwd(), name), editCurrent, process);
    return DONE;
  } catch (error) {
    if (!(error instanceof InvalidSource)) throw error;
    await reportMessages([error.file], { color }, process);
    return FAILED;
  }
}

/** A source that is or would become invalid. The file has the messages. */
class InvalidSource extends Error {
  override name = 'InvalidSource';
  readonly file: VFile;

  constructor(file: VFile) {
    super(`${file.path} is not valid`);
    this.file = file;
  }
}

/** An edit that would make the source invalid. The message is the first error in the edited text. */
export class InvalidEdit extends UsageError {
  override name = 'InvalidEdit';
  /** The edited text, with the messages. */
  readonly file: VFile;

  constructor(file: VFile) {
    const error = firstError(file);
    super(error?.reason ?? '', error?.note ?? '');
    this.file = file;
  }
}

/** @throws {InvalidSource} if the source is invalid */
async function validContent(text: string, { cwd, path }: VFile): Promise<SourceContent> {
  const { file, content } = await checkFile(new VFile({ cwd, path, value: text }));
  if (!content) throw new InvalidSource(file);
  return content;
}

/**
 * @throws {InvalidSource} if the source cannot be edited
 * @throws {InvalidEdit} if the source would become invalid
 */
async function editText(text: string, content: SourceContent, edit: EditSource): Promise<string> {
  const { cwd, path } = content.file;
  let edited: string | EditedSource;
  try {
    const start = text.search(/\r(?!\n)/);
    if (start >= 0) throw new YamlEditError('a line ends in a lone CR', { start, end: start + 1 });
    edited = await edit(text, content);
  } catch (error) {
    if (!(error instanceof YamlEditError)) throw error;
    const file = new VFile({ cwd, path, value: text });
    reportTo(file)('source-uneditable', error.range, { reason: error.message });
    throw new InvalidSource(file);
  }
  const { text: newText, isValid } = typeof edited === 'string' ? { text: edited } : edited;
  if (newText === text || isValid) return newText;
  const after = await checkFile(new VFile({ cwd, path, value: newText }));
  if (!after.content) throw new InvalidEdit(after.file);
  return newText;
}

/** @throws {InvalidSource} if the source cannot be edited or written */
async function write(
  path: string,
  edit: (text: string) => Promise<string>,
  process: CommandProcess,
): Promise<void> {
  try {
    await editFile({
      target: openTarget(path, process.cwd()),
      isPart: true,
      edit: async (text = '') => {
        const bom = text.startsWith('\ufeff') ? '\ufeff' : '';
        return bom + (await edit(text.slice(bom.length)));
      },
    });
  } catch (error) {
    if (error instanceof InvalidSource || error instanceof UsageError) throw error;
    const failed = new VFile({ cwd: process.cwd(), path: displayPath(path, process) });
    reportTo(failed)('source-unwritable', undefined, unwritable(error));
    throw new InvalidSource(failed);
  }
}

async function printDifference(
  path: string,
  text: string,
  newText: string,
  color: boolean,
  process: CommandProcess,
): Promise<ExitCode> {
  if (text === newText) return DONE;
  const { unifiedDiff } = await import('./unified-diff.ts');
  const isColored = color && takesColor(process.stdout, process);
  const [old, current] = [foldCrlf(text), foldCrlf(newText)];
  process.stdout.write(unifiedDiff(`a/${path}`, `b/${path}`, old, current, isColored));
  return NEGATIVE;
}
