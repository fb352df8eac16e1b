import { VFile } from 'vfile';
import { firstError, type Report, reportTo } from '../diagnostics/report.ts';
import type { ParsingBudget } from '../markdown/markdown-limits.ts';
import type { MarkdownParser } from '../markdown/markdown-parser.ts';
import { mdxError } from '../markdown/mdx-error.ts';
import type { Place } from '../model/place.ts';
import { FIRST_LEVEL } from '../model/section-levels.ts';
import type { CheckedSource } from '../pipeline.ts';
import type { Locate } from '../schema/read-page.ts';
import { foldLineEnds } from '../text/fold-line-ends.ts';
import type { Range } from '../text/range.ts';
import { stripBom } from '../text/strip-bom.ts';
import type { Format } from '../types.ts';
import { findRegion, type Region } from './find-region.ts';
import { checkLevels, highestLevel, levelBelow } from './heading-levels.ts';
import { type ParsedRegionFile, parseRegionFile } from './parse-region-file.ts';
import { markerOf } from './region-markers.ts';

export interface RegionFile {
  /** The text without a byte order mark, and its messages. */
  file: VFile;
  /** The byte order mark, or an empty string. */
  bom: string;
  parsed: ParsedRegionFile;
}

export interface RegionPage {
  checked: CheckedSource;
  place: Place;
  /** The path of the file, as messages show it. */
  path: string;
  /** The path of the file in the source. */
  range: Range | undefined;
  locate: Locate;
  /** Reports on the source of the page. */
  report: Report;
}

/** A page whose region has been found. */
export interface FoundRegionPage extends RegionPage {
  region: Region;
  /** The heading level of the page's own sections in this region. */
  level: number;
}

/** Parses a file that contains regions. If it cannot be parsed, that is reported on the file. */
export function openRegionFile(
  path: string,
  text: string,
  format: Format,
  parse: MarkdownParser,
  budget: ParsingBudget,
): RegionFile {
  const value = stripBom(text);
  const file = new VFile({ path, value });
  const bom = text.slice(0, text.length - value.length);
  const reason = budget.add(value, format);
  if (reason === undefined)
    return { file, bom, parsed: parseOrReport(file, format, parse, budget) };
  reportTo(file)('markdown-too-long', undefined, { reason });
  return { file, bom, parsed: emptyFile(format) };
}

function parseOrReport(
  file: VFile,
  format: Format,
  parse: MarkdownParser,
  budget: ParsingBudget,
): ParsedRegionFile {
  const report = reportTo(file);
  try {
    return parseRegionFile(String(file), format, (markdown) => parse(markdown, budget));
  } catch (error) {
    if (error instanceof RangeError) report('page-too-deep', undefined, {});
    else if (budget.excess !== undefined) {
      report('markdown-too-long', undefined, { reason: budget.excess });
    } else {
      const { reason, offset: start } = mdxError(error, String(file));
      report('page-mdx', { start, end: start + 1 }, { reason });
    }
  }
  return emptyFile(format);
}

/** The result for a file with errors. */
function emptyFile(format: Format): ParsedRegionFile {
  return { text: '', format, markers: [], headings: [], bindings: [] };
}

/**
 * Finds the region of a page. Reports if it is missing or invalid, and headings that would be too
 * deep in it.
 *
 * @returns `undefined` if the region is missing or there are errors in the file
 */
export function checkRegion(
  regionPage: RegionPage,
  { file, parsed }: RegionFile,
): FoundRegionPage | undefined {
  if (firstError(file)) return;
  const { place, checked, path, locate, report } = regionPage;
  const { display, format, content } = place;
  const name = display.region ?? '';
  const found = findRegion(parsed, name);
  if ('problems' in found) {
    const reportInFile = reportTo(file);
    for (const { range, ...words } of found.problems) reportInFile('region-markers', range, words);
    return;
  }
  const { region } = found;
  if (!region) {
    const range = locate(display, 'region') ?? regionPage.range;
    const [start, end] = [markerOf(name, 'start', format), markerOf(name, 'end', format)];
    const lines = foldLineEnds(parsed.text).split('\n');
    const hidden = lines.findIndex((line) => line.includes(start)) + 1;
    report('region-missing', range, { path, start, end, ...(hidden > 0 && { hidden }) });
    return;
  }
  const fields = checked.fieldsIn(format);
  const below = levelBelow(region, parsed);
  // A heading in a field may have a higher level than sections. It is also below the file's heading.
  const level =
    below === undefined ? FIRST_LEVEL : below + FIRST_LEVEL - highestLevel(content, fields);
  checkLevels(content, level, path, fields, locate, report);
  return { ...regionPage, region, level };
}
