/** Turns a file that is not a page into a source. */
import type { VFile } from 'vfile';
import { firstError, type Report, reportTo, sortAndDedupeMessages } from '../diagnostics/report.ts';
import type { ImportedPage } from '../model/imported-page.ts';
import type { Node } from '../source/nodes.ts';
import { parseJson } from '../source/parse-json.ts';
import { parseYaml } from '../source/parse-yaml.ts';
import { type CreditCounts, countCredits } from './count-credits.ts';
import type { DataFormat } from './data-format.ts';
import { DataReader } from './data-reader.ts';
import { readAllContributors } from './read-all-contributors.ts';
import { readCitation } from './read-citation.ts';
import { writeSource } from './write-source.ts';

interface DataImport {
  yaml: string;
  counts: CreditCounts;
  /** Descriptions of what a source cannot contain. */
  leftOut: string[];
}

interface DataFormatReader {
  parse(text: string, report: Report): Node | undefined;
  read(root: Node | undefined, reader: DataReader): ImportedPage;
}

const readers: Record<DataFormat, DataFormatReader> = {
  'all-contributors': { parse: parseJson, read: readAllContributors },
  citation: { parse: (text, report) => parseYaml(text, report)?.root, read: readCitation },
};

/**
 * Turns a file into a source.
 *
 * @param file the file, without a byte order mark and with LF line ends
 * @returns `undefined` if the file has errors, which are reported
 */
export function importData(file: VFile, format: DataFormat): DataImport | undefined {
  const report = reportTo(file);
  const { parse, read } = readers[format];
  const root = parse(String(file), report);
  const reader = new DataReader(report, { isJson: parse === parseJson });
  const imported = firstError(file) ? undefined : read(root, reader);
  sortAndDedupeMessages(file);
  if (!imported || firstError(file)) return;
  return { yaml: writeSource(imported), counts: countCredits(imported), leftOut: reader.leftOut };
}
