/** Builds the page of a source in memory. */
import { VFile } from 'vfile';
import { allTools } from '../all-tools.ts';
import { sortAndDedupeMessages } from '../diagnostics/report.ts';
import { placeOf } from '../model/place.ts';
import { wholeDisplay } from '../model/view.ts';
import { checkSource, pageText, type ReadSource, readSourceSync } from '../pipeline.ts';
import type { Flavor } from '../types.ts';
import type { ImportOptions } from './import-options.ts';

interface SourceError {
  reason: string;
  /** The offset in the source, in UTF-16 code units from 0. */
  offset: number;
}

/** The page that was built from a source. Its text is empty if there are errors. */
export interface BuiltSource {
  errors: SourceError[];
  text: string;
  /** The flavor of the page, or `undefined` if the source cannot be read. */
  flavor: Flavor | undefined;
}

export function buildSource(
  yaml: string,
  { format, inContent, pictures }: Pick<ImportOptions, 'format' | 'inContent' | 'pictures'>,
): BuiltSource {
  const { file, read } = readYaml(yaml);
  if (read) pictures?.addAvatars(read.page);
  const place = read && {
    ...placeOf(read, wholeDisplay(read.page), format, inContent),
    ...(pictures && { imageUrl: pictures.urlOf }),
  };
  const checked = place && checkSource(read, [place], allTools, file);
  const errors = errorsOf(file);
  const text = checked && errors.length === 0 ? pageText(checked, place) : '';
  return { errors, text, flavor: place?.flavor };
}

/** Returns the errors in the keys and values of a source, in order. */
export function sourceErrors(yaml: string): SourceError[] {
  return errorsOf(readYaml(yaml).file);
}

function readYaml(yaml: string): { file: VFile; read: ReadSource | undefined } {
  const file = new VFile({ path: 'credits.yaml', value: yaml });
  return { file, read: readSourceSync(file, allTools.parseYaml) };
}

function errorsOf(file: VFile): SourceError[] {
  sortAndDedupeMessages(file);
  return file.messages
    .filter(({ fatal }) => fatal)
    .map(({ reason, place }) => {
      const start = place && 'start' in place ? place.start : place;
      return { reason, offset: start?.offset ?? 0 };
    });
}
