import type { VFile } from 'vfile';
import { firstError, sortAndDedupeMessages } from '../diagnostics/report.ts';
import { reportUnusedIgnores } from '../diagnostics/report-unused-ignores.ts';
import { loadTools } from '../load-tools.ts';
import { type Place, placesInSource } from '../model/place.ts';
import { type CheckedSource, checkSource, type ReadSource, readSource } from '../pipeline.ts';
import { readSourceFile, type SourceFileOptions } from './source-file.ts';

/** A valid source in all places that it names. */
export interface SourceContent {
  /** With its messages and settings. */
  file: VFile;
  read: ReadSource;
  checked: CheckedSource;
  places: readonly Place[];
}

/**
 * Reads and checks a source like a build, without looking at the files that it names.
 *
 * @param name a path relative to the current folder, or `-`
 * @returns the file with the messages, and the content unless there are errors
 */
export async function checkSourceFile(
  name: string,
  options: SourceFileOptions,
): Promise<{ file: VFile; content?: SourceContent }> {
  return checkFile(await readSourceFile(name, options));
}

/** Checks a source that has been read, like `checkSourceFile`. */
export async function checkFile(file: VFile): Promise<{ file: VFile; content?: SourceContent }> {
  const content = firstError(file) ? undefined : await contentOf(file);
  sortAndDedupeMessages(file);
  return { file, ...(content && !firstError(file) && { content }) };
}

async function contentOf(file: VFile): Promise<SourceContent | undefined> {
  const read = await readSource(file);
  if (!read) return;
  const places = placesInSource(read);
  const checked = checkSource(read, places, await loadTools(read, places), file);
  if (!checked) return;
  reportUnusedIgnores(file);
  return { file, read, checked, places };
}
