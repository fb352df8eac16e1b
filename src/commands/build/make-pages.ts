import { resolve } from 'node:path';
import { VFile } from 'vfile';
import { firstError, reportTo, sortAndDedupeMessages } from '../../diagnostics/report.ts';
import { reportUnusedIgnores } from '../../diagnostics/report-unused-ignores.ts';
import { inheritLevels } from '../../diagnostics/settings.ts';
import type { Target } from '../../file/target.ts';
import { loadTools } from '../../load-tools.ts';
import { showsAllViews } from '../../model/place.ts';
import {
  type CheckedSource,
  checkSource,
  fieldImages,
  pageText,
  type ReadSource,
  readSource,
} from '../../pipeline.ts';
import type { JsonMap } from '../../types.ts';
import { folderOfSource, readSourceFile, reportOtherSource, STANDARD } from '../source-file.ts';
import { creditsWithHandle } from './credits-with-handle.ts';
import { type OutputFile, pageFile } from './output-file.ts';
import {
  type BuildTask,
  boundaryFor,
  checkOutputs,
  isWritable,
  type Output,
  outputsOf,
  type SourceOutputs,
} from './outputs.ts';
import type { Progress } from './progress.ts';
import type { RegionFiles } from './region-files.ts';

/** A page that is a whole file. */
export interface WholePage {
  /** The absolute path of its source. */
  source: string;
  /** Absolute. */
  path: string;
  /** Its further front matter. */
  frontmatter: JsonMap;
}

interface Pages {
  /** The sources and the files with regions, with their messages. */
  files: VFile[];
  /** Empty if there are errors. */
  pages: OutputFile[];
  /** Those of `pages` that are whole files. */
  wholePages: WholePage[];
  /** Whether the locales of the site decide where a page goes, which the command does not know. */
  isInLocale?: boolean;
  /** The folders with pictures of the sources. */
  pictureFolders: string[];
}

/** Builds the pages of sources, unless one of them has errors. */
export async function makePages(task: BuildTask, progress: Progress): Promise<Pages> {
  const folders = new Set<string>();
  const { files, pages, regions } = await planBuild({ ...task, pictureFolders: folders }, progress);
  const pictureFolders = [...folders];
  if (files.some(firstError)) return { files, pages: [], wholePages: [], pictureFolders };
  const made = pages.flatMap(({ source, checked, outputs }) =>
    outputs.flatMap((output) =>
      isRegion(output, task)
        ? (regions?.filledFor(output) ?? [])
        : pageFile(
            // Without an error, it can be written, or is printed.
            output.target as Target,
            fileFor(output, source),
            pageText(checked, output),
          ),
    ),
  );
  if (files.some(firstError)) return { files, pages: [], wholePages: [], pictureFolders };
  const wholePages = pages.flatMap(({ source, checked, outputs }) =>
    outputs
      .filter(({ display }) => display.region === undefined)
      .map(({ path, display }) => ({
        source: resolve(task.process.cwd(), source.path ?? ''),
        path,
        frontmatter: { ...checked.page.frontmatter, ...display.addedFrontmatter },
      })),
  );
  const isInLocale = pages.some(
    ({ checked: { page }, outputs }) =>
      !page.output && task.localePages && outputs.some(({ display }) => display.path !== undefined),
  );
  return { files, pages: made, wholePages, isInLocale, pictureFolders };
}

/** Returns the file of a page for its messages, whose severities the source sets. */
function fileFor({ displayPath }: Output, source: VFile): VFile {
  const file = new VFile({ path: displayPath });
  inheritLevels(file, source);
  return file;
}

/** A build, and the folders with pictures, which are added. */
interface PlanTask extends BuildTask {
  pictureFolders?: Set<string>;
}

/** What a build writes, if there are no errors. */
interface BuildPlan {
  /** The sources and the files with regions, with their messages. */
  files: VFile[];
  /** Without positions in the sources, which take half of the memory of large pages. */
  pages: { source: VFile; checked: CheckedSource; outputs: readonly Output[] }[];
  regions: RegionFiles | undefined;
}

async function planBuild(task: PlanTask, progress: Progress): Promise<BuildPlan> {
  const { files, loaded, regions } = await loadSources(task, progress);
  const pages = loaded.map(({ source, checked, outputs }) => ({ source, checked, outputs }));
  return { files, pages, regions };
}

/** Sources that have been checked, with the messages of a build. */
export interface LoadedSources {
  /** The sources and the files with regions, with their messages. */
  files: VFile[];
  /** The sources that can be read. They may have errors. */
  loaded: SourceOutputs[];
  regions: RegionFiles | undefined;
}

/** Reads and checks sources, and finds the regions that they fill. */
export async function loadSources(task: PlanTask, progress?: Progress): Promise<LoadedSources> {
  const { names } = task;
  const sources: VFile[] = [];
  const loaded: SourceOutputs[] = [];
  for (const [index, name] of names.entries()) {
    const source = await readSourceFile(name, task);
    progress?.source(source, index, names.length);
    sources.push(source);
    const page = firstError(source) ? undefined : await loadSource(source, name, task);
    if (!page) continue;
    loaded.push(page);
    reportOtherSource(source, name, task);
  }
  checkOutputs(loaded, task);
  const regions = await findRegions(loaded, task);
  for (const { source, checked, outputs } of loaded) {
    if (showsAllViews(checked.page, outputs)) reportUnusedIgnores(source);
  }
  sources.forEach(sortAndDedupeMessages);
  return { files: [...sources, ...(regions?.files ?? [])], loaded, regions };
}

/** Checks the pictures of a source, and returns its outputs with their URLs. */
async function withImages(
  read: ReadSource,
  outputs: readonly Output[],
  { folder, source, task }: { folder: string; source: VFile; task: PlanTask },
): Promise<readonly Output[]> {
  const { addAvatars, checkImages, imageFolders, imageUrlIn } = await import('./images.ts');
  for (const path of imageFolders(read, folder)) task.pictureFolders?.add(path);
  checkImages(read, folder, reportTo(source));
  for (const { page } of [read, ...read.translations]) addAvatars(page, folder);
  const isPrinted = task.argument === STANDARD;
  return outputs.map((output) => ({ ...output, imageUrl: imageUrlIn(output, folder, isPrinted) }));
}

/** Reports images in the fields of pages whose files do not exist. */
async function reportMissingImages(
  read: ReadSource,
  checked: CheckedSource,
  outputs: readonly Output[],
  source: VFile,
): Promise<void> {
  for (const output of outputs) {
    const images = fieldImages(checked, read, output);
    if (images.length === 0) continue;
    const { checkFieldImages } = await import('./images.ts');
    checkFieldImages(output, images, reportTo(source));
  }
}

async function findRegions(
  loaded: readonly SourceOutputs[],
  task: BuildTask,
): Promise<RegionFiles | undefined> {
  // A file that cannot be written is not read, either.
  const pages = loaded.flatMap(({ source, checked, read: { locate }, outputs }) =>
    outputs
      .filter((output) => isRegion(output, task))
      .filter(isWritable)
      .map((output) => ({ source, checked, locate, output })),
  );
  if (pages.length === 0) return;
  const { RegionFiles } = await import('./region-files.ts');
  return new RegionFiles(pages);
}

/** Whether an output is a region of a file. On stdout, it is printed as a page. */
function isRegion({ display }: Output, { argument }: BuildTask): boolean {
  return display.region !== undefined && argument !== STANDARD;
}

async function loadSource(
  source: VFile,
  name: string,
  task: PlanTask,
): Promise<SourceOutputs | undefined> {
  const { process } = task;
  const folder = folderOfSource(name, process);
  const read = await readSource(source);
  if (!read) return;
  const boundary = boundaryFor(folder, task);
  const written = outputsOf(read, folder, boundary, task);
  const outputs =
    read.images.length > 0 ||
    [read, ...read.translations].some(({ page }) => creditsWithHandle(page).length > 0)
      ? await withImages(read, written, { folder, source, task })
      : written;
  const checked = checkSource(read, outputs, await loadTools(read, outputs), source);
  // A page with `-o` may be elsewhere than its pictures.
  if (checked && task.argument === undefined)
    await reportMissingImages(read, checked, outputs, source);
  return checked && { source, folder, boundary, outputs, checked, read };
}
