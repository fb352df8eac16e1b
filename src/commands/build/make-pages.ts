import { dirname, resolve } from 'node:path';
import { VFile } from 'vfile';
import { firstError, reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { defaultOutput, isInside, realPath, repositoryOf } from '../../file/paths.ts';
import { readSourceFile, STANDARD, shownPath } from '../../file/read-file.ts';
import { type CheckedPage, checkPage, pageText, type Shown, shownWhole } from '../../pipeline.ts';
import { formatOf, type View, WHOLE } from '../../schema/output-shape.ts';
import type { Page } from '../../schema/page-shape.ts';
import type { Progress } from './progress.ts';
import { enterRegion, filled, type RegionFile } from './region-files.ts';

/** A page that has been made, and where it goes. */
export interface BuiltPage {
  /** Absolute. */
  path: string;
  /** The page: its text, and its path as people are told it. */
  file: VFile;
  /** Whether all its line ends are as they are to be. */
  exact?: boolean;
}

/** A place where a page is to be shown. */
export interface Place extends Shown {
  /** Absolute. */
  path: string;
  /** What the source says of it, if anything. */
  view?: View;
  source: VFile;
  /** The file that its region is in. */
  within?: RegionFile;
}

/** All that is built at once. */
export interface Run {
  /** Paths of sources, relative to the current folder, or `-`. */
  names: readonly string[];
  /** Where the page goes instead of where its source says: a path, or `-`. */
  output: string | undefined;
  host: CommandProcess;
  /** The places of all sources. */
  places: Place[];
  /** The files that have regions of this run in them, by their real paths. */
  regionFiles: Map<string, RegionFile>;
}

/** What has been made. */
interface Made {
  /** What was read: the sources, and the files with regions in them. What is wrong is said there. */
  read: VFile[];
  /** None where anything is wrong. */
  pages: BuiltPage[];
}

/**
 * Makes the pages of sources: those of one are checked before any is made.
 *
 * @param names paths of sources, relative to the current folder, or `-`
 * @param output where the page goes instead of where its source says: a path, or `-`
 * @param commands words that may have been meant instead of a path
 * @param progress is told what is done
 */
export async function makePages(
  names: readonly string[],
  output: string | undefined,
  commands: readonly string[],
  progress: Progress,
  host: CommandProcess,
): Promise<Made> {
  const run: Run = { names, output, host, places: [], regionFiles: new Map() };
  const sources: VFile[] = [];
  const checked = new Map<VFile, CheckedPage>();
  for (const [index, name] of names.entries()) {
    const source = await readSourceFile(name, host, commands);
    progress.source(
      source.path ?? 'standard input',
      index,
      names.length,
      source.value?.length ?? 0,
    );
    sources.push(source);
    const page = firstError(source) ? undefined : checkSource(source, name, run);
    if (page) checked.set(source, page);
  }
  const read = [...sources, ...[...run.regionFiles.values()].map(({ file }) => file)];
  if (read.some(firstError)) return { read, pages: [] };

  const textOf = (place: Place) => pageText(checked.get(place.source) as CheckedPage, place);
  const pages = new Map<RegionFile | Place, BuiltPage>();
  for (const place of run.places) {
    const { path, within } = place;
    if (!within) {
      const file = new VFile({ path: shownPath(path, host), value: textOf(place) });
      pages.set(place, { path, file });
    } else if (!pages.has(within)) pages.set(within, filled(within, textOf));
  }
  return { read, pages: read.some(firstError) ? [] : [...pages.values()] };
}

/** Checks a source, and the places where its page is to be shown. */
function checkSource(source: VFile, name: string, run: Run): CheckedPage | undefined {
  const folder = name === STANDARD ? run.host.cwd() : dirname(resolve(run.host.cwd(), name));
  let places: Place[] = [];
  return checkPage(source, {
    shownIn(page) {
      places = placesOf(page, folder, run).map((place) => ({ ...place, source }));
      return places;
    },
    check(checked, locate) {
      for (const place of places) {
        checkPlace(place, folder, run);
        if (place.display.region !== undefined && run.output !== STANDARD) {
          enterRegion(place, checked, locate, run);
        }
        run.places.push(place);
      }
    },
  });
}

/** Where a page is shown: where its views say, or the one of them where it is told to. */
function placesOf(page: Page, folder: string, { output, host }: Run): Omit<Place, 'source'>[] {
  const { output: views = [] } = page;
  if (output === undefined) {
    if (views.length === 0) {
      return [{ display: WHOLE, format: 'md', path: defaultOutput(folder) }];
    }
    return views.map((view) => ({
      ...{ display: view, format: formatOf(view.path) ?? 'md' },
      ...{ path: resolve(folder, view.path), view },
    }));
  }
  const [view, another] = views;
  const isOnly = view && !another;
  const shown = isOnly
    ? { display: view, view, format: formatOf(view.path) ?? 'md' }
    : shownWhole(page);
  const format = formatOf(output) ?? shown.format;
  return [{ ...shown, format, path: resolve(host.cwd(), output) }];
}

/** Reports a place that is not fit for a page. */
function checkPlace(place: Place, folder: string, run: Run): void {
  const { path: absolute, view, source } = place;
  const { host, output } = run;
  if (output === STANDARD) return;
  const report = reportTo(source);
  const range = output === undefined ? view?.range : undefined;
  const path = shownPath(absolute, host);
  if (output === undefined && view) {
    const root = repositoryOf(folder);
    if (!isInside(realPath(absolute), realPath(root))) {
      report('output-outside', range, { path: view.path, root: shownPath(root, host) });
    }
  }
  const isSound = (before: Place) => before.source === source || !firstError(before.source);
  const other = run.places.find((before) => isSound(before) && isSame(before, place));
  if (other) {
    report('output-twice', range, {
      path,
      ...(other.source !== source && { other: other.source.path }),
    });
  }
  const paths = run.places.map((before) => before.path);
  const outer =
    paths.find((each) => isInside(absolute, each)) ??
    (paths.some((each) => isInside(each, absolute)) ? absolute : undefined);
  if (outer !== undefined) {
    report('output-unwritable', range, {
      reason: `${shownPath(outer, host)} is a page, not a folder`,
    });
  }
  if (run.names.some((name) => isSource(absolute, name, host))) {
    report('output-source', range, { path });
  }
}

/** Whether two pages would be written over each other; two regions of one file are not. */
function isSame(one: Place, other: Place): boolean {
  const [region, another] = [one.display.region, other.display.region];
  const areApart = region !== undefined && another !== undefined && region !== another;
  return !areApart && realPath(one.path) === realPath(other.path);
}

/** Whether a page would replace a source. */
function isSource(path: string, name: string, host: CommandProcess): boolean {
  return name !== STANDARD && realPath(path) === realPath(resolve(host.cwd(), name));
}
