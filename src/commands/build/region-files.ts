import { VFile } from 'vfile';
import { firstError, reportTo } from '../../diagnostics/report.ts';
import { readExactly, reasonOf } from '../../file/read-file.ts';
import { mdxError } from '../../markdown/mdx-error.ts';
import type { MarkdownParser } from '../../markdown/parse-markdown.ts';
import { selectContent } from '../../model/select-content.ts';
import { type CheckedPage, pageText } from '../../pipeline.ts';
import { checkLevels, highestLevel } from '../../region/heading-levels.ts';
import {
  declaredNames,
  type ParsedRegionFile,
  parseRegionFile,
} from '../../region/parse-region-file.ts';
import {
  boundOutside,
  findRegion,
  levelBelow,
  type Region,
  withRegions,
} from '../../region/region.ts';
import { markerOf } from '../../region/region-markers.ts';
import type { Locate } from '../../schema/read-page.ts';
import { FIRST_LEVEL } from '../../schema/section-shape.ts';
import { foldLineEnds } from '../../text/fold-line-ends.ts';
import { stripBom } from '../../text/strip-bom.ts';
import type { Format } from '../../types.ts';
import type { BuiltPage } from './make-pages.ts';
import { type Output, rangeOfPath } from './outputs.ts';

/** A file that contains regions. */
interface RegionFile {
  path: string;
  /** The text without a byte order mark, and its messages. */
  file: VFile;
  /** The byte order mark, or an empty string. */
  mark: string;
  parsed: ParsedRegionFile;
}

/** A page that goes to a region. */
interface RegionPage {
  source: VFile;
  page: CheckedPage;
  locate: Locate;
  output: Output;
}

/** The region that a page goes to. */
interface FoundRegion extends RegionPage {
  region: Region;
  file: RegionFile;
  /** The heading level of a section of the page in this region. */
  level: number;
}

/** The region files of a build. */
export class RegionFiles {
  /** By their real paths. */
  readonly #files = new Map<string, RegionFile>();
  readonly #regions: FoundRegion[];

  /** Finds the regions that pages go to, and reports those that are missing. */
  constructor(pages: readonly RegionPage[]) {
    this.#regions = pages.flatMap((page) => this.#find(page) ?? []);
  }

  /** The files, with their messages. */
  get files(): VFile[] {
    return [...this.#files.values()].map(({ file }) => file);
  }

  /** Returns the file of an output with all its regions filled, once for each file. */
  filledFor(output: Output): BuiltPage | undefined {
    const file = this.#regions.find((each) => each.output === output)?.file;
    const inFile = this.#regions.filter((each) => each.file === file);
    return file && inFile[0]?.output === output ? fillRegions(file, inFile) : undefined;
  }

  #find({ output, page, source, locate }: RegionPage): FoundRegion | undefined {
    const { display, format, displayPath: path } = output;
    const report = reportTo(source);
    const name = display.region ?? '';
    const parse = parserOf(page, format);
    let file: RegionFile;
    try {
      file = this.#open(output, parse);
    } catch (error) {
      report('region-host', rangeOfPath(output, locate), { path, reason: reasonOf(error) });
      return;
    }
    if (firstError(file.file)) return;

    const found = findRegion(file.parsed, name);
    if ('problems' in found) {
      const reportInFile = reportTo(file.file);
      for (const { range, ...words } of found.problems) {
        reportInFile('region-markers', range, words);
      }
      return;
    }
    const { region } = found;
    if (!region) {
      const range = locate(display, 'region') ?? rangeOfPath(output, locate);
      const [start, end] = [markerOf(name, 'start', format), markerOf(name, 'end', format)];
      const lines = foldLineEnds(file.parsed.text).split('\n');
      const hidden = lines.findIndex((line) => line.includes(start)) + 1;
      report('region-missing', range, { path, start, end, ...(hidden > 0 && { hidden }) });
      return;
    }
    const content = selectContent(page.page, display);
    const fields = page.fieldsIn(format);
    const below = levelBelow(region, file.parsed);
    // A heading in a field may have a higher level than sections. It is also below the file's heading.
    const level =
      below === undefined ? FIRST_LEVEL : below + FIRST_LEVEL - highestLevel(content, fields);
    checkLevels(content, level, path, fields, locate, report);
    return { region, file, level, source, page, locate, output };
  }

  #open({ path, realPath, displayPath, format }: Output, parse: MarkdownParser): RegionFile {
    const known = this.#files.get(realPath);
    if (known) return known;
    const exact = readExactly(path);
    const value = stripBom(exact);
    const mark = exact.slice(0, exact.length - value.length);
    const file = new VFile({ path: displayPath, value });
    const opened = { path, file, mark, parsed: parseOrReport(file, format, parse) };
    this.#files.set(realPath, opened);
    return opened;
  }
}

function parserOf({ languages }: CheckedPage, format: Format): MarkdownParser {
  return format === 'md' ? languages.parseMarkdown : languages.parseMdx;
}

function parseOrReport(file: VFile, format: Format, parse: MarkdownParser): ParsedRegionFile {
  const report = reportTo(file);
  try {
    const parsed = parseRegionFile(String(file), format, parse);
    if (parsed) return parsed;
    report('markdown-too-long', undefined, {});
  } catch (error) {
    if (error instanceof RangeError) report('page-too-deep', undefined, {});
    else {
      const { reason, offset: start = 0 } = mdxError(error);
      report('page-mdx', { start, end: start + 1 }, { reason });
    }
  }
  return { text: '', format, markers: [], headings: [], bindings: [] };
}

/** Returns a file with its regions filled. */
function fillRegions(
  { path, file, mark, parsed }: RegionFile,
  regions: readonly FoundRegion[],
): BuiltPage {
  const bound = boundOutside(
    parsed,
    regions.map(({ region }) => region),
  );
  const contents = new Map<Region, string>();
  for (const { region, level, page, output } of regions) {
    const content = pageText(page, { ...output, around: { level, bound } });
    contents.set(region, content);
    if (output.format === 'mdx') {
      for (const name of declaredNames(content, page.languages.parseMdx)) bound.add(name);
    }
  }
  const text = withRegions(String(file), contents);
  if (text !== String(file)) {
    for (const each of regions) checkKept(text, each, contents.get(each.region) ?? '', file.path);
  }
  file.value = mark + text;
  return { path, file, exact: true };
}

/** Reports a region that would not be found again after it was filled. */
function checkKept(
  text: string,
  { region: { name }, output, page, source, locate }: FoundRegion,
  content: string,
  path: string,
): void {
  const { format } = output;
  const found = parsedRegion(text, name, format, parserOf(page, format));
  const lines = found && foldLineEnds(text.slice(found.start, found.end)).trim();
  if (lines === content.trim()) return;
  reportTo(source)('region-content', rangeOfPath(output, locate), { path });
}

function parsedRegion(
  text: string,
  name: string,
  format: Format,
  parse: MarkdownParser,
): Region | undefined {
  try {
    const parsed = parseRegionFile(text, format, parse);
    const found = parsed && findRegion(parsed, name);
    return found && 'region' in found ? found.region : undefined;
  } catch {
    return;
  }
}
