/** The regions of a run, in files that belong to somebody else. */
import { VFile } from 'vfile';
import { firstError, reportTo } from '../../diagnostics/report.ts';
import { realPath } from '../../file/paths.ts';
import { readExactly, reasonOf, shownPath } from '../../file/read-file.ts';
import { mdxError } from '../../markdown/mdx-error.ts';
import { contentOf } from '../../model/select-content.ts';
import type { CheckedPage } from '../../pipeline.ts';
import { checkLevels, highestLevel } from '../../region/heading-levels.ts';
import {
  bindingsOf,
  type ParsedRegionFile as HostText,
  parseRegionFile,
} from '../../region/parse-region-file.ts';
import {
  boundOutside,
  findRegion,
  levelBelow,
  type Region,
  withLf,
  withRegions,
} from '../../region/region.ts';
import { markerOf } from '../../region/region-markers.ts';
import type { Format } from '../../schema/output-shape.ts';
import type { Locate } from '../../schema/read-page.ts';
import { HIGHEST } from '../../schema/section-shape.ts';
import type { BuiltPage, Place, Run } from './make-pages.ts';

/** A file that has regions of this run in it. */
export interface RegionFile {
  path: string;
  /** What is there, without a byte order mark, and what is wrong with it. */
  file: VFile;
  mark: string;
  text: HostText;
  /** The regions of this run, and what goes there. */
  regions: Map<Region, Place>;
}

/** Finds the region that a page is to be shown in, or reports what keeps the page from it. */
export function enterRegion(place: Place, checked: CheckedPage, locate: Locate, run: Run): void {
  const { display, format, source } = place;
  const report = reportTo(source);
  const path = shownPath(place.path, run.host);
  const name = display.region ?? '';
  const range = place.view && (locate(place.view, 'region') ?? place.view.range);
  const refuse = (reason: string) => report('region-host', place.view?.range, { path, reason });
  const file = open(place, path, run, refuse);
  if (!file || firstError(file.file)) return;

  const found = findRegion(file.text, name);
  if ('problems' in found) {
    const tell = reportTo(file.file);
    for (const { range: at, ...words } of found.problems) tell('region-markers', at, words);
    return;
  }
  const { region } = found;
  if (!region) {
    const [start, end] = [markerOf(name, 'start', format), markerOf(name, 'end', format)];
    const lines = withLf(file.text.text).split('\n');
    const hidden = lines.findIndex((line) => line.includes(start)) + 1;
    report('region-missing', range, { path, start, end, ...(hidden > 0 && { hidden }) });
    return;
  }
  const content = contentOf(checked.page, display);
  const prose = checked.proseIn(format);
  const below = levelBelow(region, file.text);
  // A heading in a text may be higher than those of sections; it, too, goes below the file's.
  const level = below === undefined ? HIGHEST : below + HIGHEST - highestLevel(content, prose);
  checkLevels(content, level, path, prose, locate, report);
  place.around = { level, bound: new Set() };
  place.within = file;
  file.regions.set(region, place);
}

/** Reads the file that a place is in, unless that has been done. */
function open(
  { path, format }: Place,
  shown: string,
  { regionFiles }: Run,
  refuse: (reason: string) => void,
): RegionFile | undefined {
  const real = realPath(path);
  const known = regionFiles.get(real);
  if (known) return known;
  try {
    const exact = readExactly(path);
    const [mark = ''] = /^\ufeff/.exec(exact) ?? [];
    const file = new VFile({ path: shown, value: exact.slice(mark.length) });
    const text = read(file, format);
    const opened = { path, file, mark, text, regions: new Map() };
    regionFiles.set(real, opened);
    return opened;
  } catch (error) {
    refuse(reasonOf(error));
    return;
  }
}

/** Parses a file; what keeps it from that is reported on it. */
function read(file: VFile, format: Format): HostText {
  const report = reportTo(file);
  const text = String(file);
  try {
    const host = parseRegionFile(text, format);
    if (host) return host;
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

/** A file with its regions filled. */
export function filled(
  { path, file, mark, text, regions }: RegionFile,
  textOf: (place: Place) => string,
): BuiltPage {
  const bound = boundOutside(text, [...regions.keys()]);
  const contents = new Map<Region, string>();
  for (const [region, place] of regions) {
    place.around = { level: place.around?.level ?? HIGHEST, bound };
    const content = textOf(place);
    contents.set(region, content);
    if (place.format === 'mdx') for (const name of bindingsOf(content)) bound.add(name);
  }
  const result = withRegions(String(file), contents);
  // What is there already was found there.
  if (result !== String(file)) checkKept(result, regions, contents, file.path);
  file.value = mark + result;
  return { path, file, exact: true };
}

/** Reports regions that would not be found again as they are. */
function checkKept(
  result: string,
  regions: RegionFile['regions'],
  contents: ReadonlyMap<Region, string>,
  path: string,
): void {
  for (const [region, { source, format, view }] of regions) {
    const found = parsed(result, region.name, format);
    const lines = found && withLf(result.slice(found.start, found.end)).trim();
    if (lines === contents.get(region)?.trim()) continue;
    reportTo(source)('region-content', view?.range, { path });
  }
}

function parsed(text: string, name: string, format: Format): Region | undefined {
  try {
    const host = parseRegionFile(text, format);
    const found = host && findRegion(host, name);
    return found && 'region' in found ? found.region : undefined;
  } catch {
    return;
  }
}
