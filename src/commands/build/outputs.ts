import { dirname, join, relative, resolve, sep } from 'node:path';
import type { VFile } from 'vfile';
import { firstError, type Report, reportTo } from '../../diagnostics/report.ts';
import type { CommandProcess } from '../../file/command-process.ts';
import { displayPath } from '../../file/display-path.ts';
import {
  defaultOutput,
  isInside,
  type Repository,
  realPath,
  relativePath,
} from '../../file/paths.ts';
import {
  type Boundary,
  boundaryOf,
  hasDrive,
  openBoundary,
  type Refusal,
  Target,
} from '../../file/target.ts';
import { isInContent } from '../../model/flavor.ts';
import { findLanguage } from '../../model/language-tag.ts';
import { type Place, placeOf, viewsOf } from '../../model/place.ts';
import { type Display, formatOf, WHOLE, wholeDisplay } from '../../model/view.ts';
import type { CheckedSource, ReadSource } from '../../pipeline.ts';
import type { Locate } from '../../schema/read-page.ts';
import type { Range } from '../../text/range.ts';
import { STANDARD } from '../source-file.ts';
import { hasSlug, SlugIndex } from './slug-index.ts';

/** A place, and the file that it is in. */
export interface Output extends Place {
  /** Absolute. */
  path: string;
  /** The file, or why it cannot be written. */
  target: Target | Refusal;
  /** The path as messages show it. */
  displayPath: string;
}

export interface WritableOutput extends Output {
  target: Target;
}

export function isWritable(output: Output): output is WritableOutput {
  return output.target instanceof Target;
}

/** The default paths of a page in the languages of a site: absolute paths. */
export interface LocalePages {
  /** Those of each language, by its tag. */
  paths: ReadonlyMap<string, string>;
  /** The one in the default locale, if the site has no root locale for other pages. */
  defaultLocalePath: string | undefined;
}

/** The sources to build, and where to. */
export interface BuildTask {
  /** Paths of sources, relative to the current folder, or `-`. */
  names: readonly string[];
  /** The argument of `-o`, which overrides the source: a path relative to the current folder, or `-`. */
  argument: string | undefined;
  /** The names of commands, for a hint if the user misspelled one. */
  commands: readonly string[] | undefined;
  /**
   * The folder with the content of the site, an absolute path. Without it, each `src/content` in the
   * repository is one.
   */
  contentFolder: string | undefined;
  localePages?: LocalePages;
  process: CommandProcess;
}

/** A source that has been checked, and where its pages go. */
export interface SourceOutputs {
  source: VFile;
  /** An absolute path. */
  folder: string;
  checked: CheckedSource;
  /** Where it may write. */
  boundary: Boundary;
  outputs: readonly Output[];
  read: ReadSource;
}

/**
 * Returns where a source may write: in its repository, or anywhere with `-o`.
 *
 * @param folder the folder of the source
 */
export function boundaryFor(folder: string, { argument, process }: BuildTask): Boundary {
  return argument === undefined ? boundaryOf(folder) : openBoundary(process.cwd());
}

/**
 * Returns the outputs of a page: one for each view, or a single one for `-o`.
 *
 * @param folder the folder that the paths of views are relative to
 */
export function outputsOf(
  read: ReadSource,
  folder: string,
  boundary: Boundary,
  task: BuildTask,
): Output[] {
  const { argument, process } = task;
  const at = (place: Place, path: string): Output => {
    const written = place.display.path ?? '';
    const isForeign = !boundary.isOpen && hasDrive(written);
    return {
      ...place,
      path,
      target: isForeign ? 'outside' : Target.at(path, boundary),
      displayPath: displayPath(path, process),
    };
  };
  const resolved = ({ path }: Display) =>
    path === undefined ? defaultPath(folder, task) : resolve(folder, path);
  if (argument === undefined) {
    const views = viewsOf(read);
    return (views.length > 0 ? views : defaultDisplays(read, folder, task)).map(
      (display: Display) => {
        const path = resolved(display);
        const format = formatOf(path) ?? 'md';
        return at(placeOf(read, display, format, isContent(path, boundary, task)), path);
      },
    );
  }
  const views = viewsOf(read);
  const [view, another] = views;
  const display = view && !another ? view : wholeDisplay({ ...read.page, output: views });
  const format = formatOf(argument) ?? formatOf(display.path ?? '') ?? 'md';
  const path = resolve(process.cwd(), argument);
  // On stdout, the page is that of the view.
  const isIn = isContent(argument === STANDARD ? resolved(display) : path, boundary, task);
  return [at(placeOf(read, display, format, isIn), path)];
}

const NO_LOCALES: LocalePages = { paths: new Map(), defaultLocalePath: undefined };

/** Returns a view for each language of a page that the site has, or a view in the default language. */
function defaultDisplays(
  { page: { languages = [] } }: ReadSource,
  folder: string,
  { localePages: { paths } = NO_LOCALES }: BuildTask,
): Display[] {
  const displays = languages.flatMap((lang): Display[] => {
    const tag = findLanguage([...paths.keys()], lang);
    const path = tag === undefined ? undefined : paths.get(tag);
    if (path === undefined) return [];
    return [{ ...WHOLE, lang, path: relativePath(folder, path) }];
  });
  return displays.length > 0 ? displays : [WHOLE];
}

/** Returns the path of the page of a source without `output`. */
function defaultPath(folder: string, { contentFolder }: BuildTask): string {
  return contentFolder === undefined
    ? defaultOutput(folder)
    : join(contentFolder, 'docs', 'credits.md');
}

/** Whether a page is in the content of a site. */
function isContent(path: string, boundary: Boundary, { contentFolder }: BuildTask): boolean {
  return contentFolder === undefined
    ? isInAnyContent(path, boundary)
    : isInside(path, contentFolder);
}

/** Whether a page is in the content of any site in a repository. */
export function isInAnyContent(path: string, { root, hasGit }: Repository): boolean {
  return isInContent(hasGit ? relative(root, path) : path);
}

/** An output that can be written, and where it comes from. */
interface CheckedOutput extends WritableOutput {
  source: VFile;
  /** The path in the source. */
  range: Range | undefined;
}

/** Reports outputs that cannot be written, overwrite each other, or overwrite a source. */
export function checkOutputs(all: readonly SourceOutputs[], task: BuildTask): void {
  const { names, argument, process } = task;
  if (argument === STANDARD) return;
  const sourcePaths = new Set(
    names.filter((name) => name !== STANDARD).map((name) => realPath(resolve(process.cwd(), name))),
  );
  const earlier = new EarlierOutputs();
  const slugs = new SlugReports(all, process);
  for (const { source, folder, boundary, outputs, read } of all) {
    const report = reportTo(source);
    checkLanguages(read, outputs, report, task);
    for (const each of outputs) {
      const range = argument === undefined ? rangeOfPath(each, read.locate) : undefined;
      checkPlaceInSite(each, { folder, range, report }, task);
      if (!isWritable(each)) {
        reportRefusal(each, range, { boundary, report, task });
        continue;
      }
      const output = { ...each, source, range };
      checkRepeated(output, earlier, report);
      checkFolders(output, earlier, report);
      checkOverwritten(output, sourcePaths, report);
      slugs.check(output, report);
      earlier.add(output);
    }
  }
}

/** Reports a page of the plugin that is in no locale of the site, or that the command writes elsewhere. */
function checkPlaceInSite(
  { path, display, displayPath: shown }: Output,
  { folder, range, report }: { folder: string; range: Range | undefined; report: Report },
  { contentFolder, localePages: { paths, defaultLocalePath } = NO_LOCALES }: BuildTask,
): void {
  if (contentFolder === undefined) return;
  const to = (target: string) => ({
    path: shown,
    output: relativePath(folder, target),
  });
  const folders = [...paths.values()].map(dirname);
  const isInSite = display.frontmatter && isInside(path, join(contentFolder, 'docs'));
  if (
    defaultLocalePath !== undefined &&
    isInSite &&
    !folders.some((each) => isInside(path, each))
  ) {
    report('output-locale', range, to(defaultLocalePath));
    return;
  }
  // The folder exists after the build.
  if (display.path === undefined && path !== join(folder, 'src/content/docs/credits.md')) {
    report('output-default', undefined, to(path));
  }
}

/** Reports the languages of a page without `output` that the site does not have. */
function checkLanguages(
  { page, locate }: ReadSource,
  outputs: readonly Output[],
  report: Report,
  { localePages }: BuildTask,
): void {
  const { languages = [], output } = page;
  if (output || !localePages) return;
  const known = [...localePages.paths.keys()];
  const list = locate(page, 'languages');
  for (const tag of languages) {
    if (outputs.some(({ lang }) => lang === tag)) continue;
    const item =
      list?.kind === 'list' && list.items.find((each) => 'value' in each && each.value === tag);
    report('output-locale', item || list, { tag, known });
  }
}

/** Reports pages that would have the same slug as another one, and break the site. */
class SlugReports {
  readonly #process: CommandProcess;
  readonly #slugs: SlugIndex;
  /** The pages that the build writes, and whether each could share its slug. */
  readonly #planned = new Map<string, boolean>();
  /** The slugs in front matter, each with the folder of its site. */
  readonly #ownSlugs = new Map<string, string>();
  /** The first page that was checked with each of these slugs. */
  readonly #firstWith = new Map<string, string>();
  readonly #checked = new Set<string>();

  constructor(all: readonly SourceOutputs[], process: CommandProcess) {
    this.#process = process;
    for (const { checked, outputs } of all) {
      const { frontmatter } = checked.page;
      for (const { target, display } of outputs.filter(isWritable)) {
        const { slug } = { ...frontmatter, ...display.addedFrontmatter };
        const isOwn = display.frontmatter && slug !== undefined;
        if (display.region !== undefined) continue;
        const { realPath } = target;
        this.#planned.set(realPath, !isOwn);
        const [docs] = /^.*[\\/]content[\\/]docs(?=[\\/])/.exec(realPath) ?? [];
        if (isOwn && docs !== undefined) this.#ownSlugs.set(realPath, `${docs}\n${slug}`);
      }
    }
    this.#slugs = new SlugIndex(this.#planned.keys());
  }

  check({ target, display, range, displayPath: path }: CheckedOutput, report: Report): void {
    const { realPath } = target;
    this.#checked.add(realPath);
    // A page of a site has front matter.
    if (!display.frontmatter) return;
    const other = this.#planned.get(realPath)
      ? this.#slugs.find(realPath).find((each) => this.#isSame(each))
      : this.#pageWithSlugOf(realPath);
    if (other === undefined || other === realPath) return;
    const isPlanned = this.#planned.has(other);
    report('output-slug', range, { path, other: displayPath(other, this.#process), isPlanned });
  }

  /** Returns the first page whose front matter has the same slug. */
  #pageWithSlugOf(path: string): string | undefined {
    const slug = this.#ownSlugs.get(path);
    if (slug === undefined) return;
    const first = this.#firstWith.get(slug) ?? path;
    this.#firstWith.set(slug, first);
    return first;
  }

  /** Whether a page with the same name has the same slug. Of two that are written, the later is reported. */
  #isSame(other: string): boolean {
    const mayShare = this.#planned.get(other);
    return mayShare === undefined ? !hasSlug(other) : mayShare && this.#checked.has(other);
  }
}

/** Reports an output that cannot be written. */
function reportRefusal(
  { target: refusal, display, displayPath: shown }: Output,
  range: Range | undefined,
  { boundary, report, task }: { boundary: Boundary; report: Report; task: BuildTask },
): void {
  // The backslash is already reported.
  if (task.argument === undefined && display.path?.includes('\\')) return;
  const path = task.argument ?? display.path ?? shown;
  switch (refusal) {
    case 'git':
      report('output-git', range, { path });
      return;
    case 'device':
      report('output-unwritable', range, { reason: `"${path}" is a device on Windows` });
      return;
    case 'outside': {
      const { root, hasGit } = boundary;
      report('output-outside', range, { path, hasGit, root: displayPath(root, task.process) });
    }
  }
}

/** Outputs by their paths, as comparing thousands of them in pairs would take minutes. */
class EarlierOutputs {
  /**
   * The pages of each file, by its path in lower case and their region, or an empty string if they are
   * all of the file. macOS and Windows ignore case, and macOS normalization.
   */
  readonly #byFile = new Map<string, Map<string, CheckedOutput[]>>();
  readonly #byPath = new Map<string, CheckedOutput>();
  /** The folders that outputs are in. */
  readonly #folders = new Set<string>();

  add(output: CheckedOutput): void {
    const file = foldedPath(output.target);
    const regions = this.#byFile.get(file) ?? new Map<string, CheckedOutput[]>();
    this.#byFile.set(file, regions);
    const region = output.display.region ?? '';
    const pages = regions.get(region) ?? [];
    regions.set(region, pages);
    pages.push(output);
    const path = comparable(output.path);
    if (!this.#byPath.has(path)) this.#byPath.set(path, output);
    for (const folder of foldersOf(path)) this.#folders.add(folder);
  }

  /** Yields the outputs that a page would overwrite. Two regions of one file do not. */
  *sameAs({ target, display }: CheckedOutput): Generator<CheckedOutput> {
    const regions = this.#byFile.get(foldedPath(target));
    if (!regions) return;
    const { region } = display;
    if (region === undefined) for (const pages of regions.values()) yield* pages;
    else yield* [...(regions.get('') ?? []), ...(regions.get(region) ?? [])];
  }

  /** Returns the output whose path is a folder of another one. */
  outerOf(output: CheckedOutput): CheckedOutput | undefined {
    const path = comparable(output.path);
    if (this.#folders.has(path)) return output;
    for (const folder of foldersOf(path)) {
      const outer = this.#byPath.get(folder);
      if (outer) return outer;
    }
    return;
  }
}

function foldedPath({ realPath }: Target): string {
  return realPath.normalize().toLowerCase();
}

/** Windows ignores case. */
function comparable(path: string): string {
  return sep === '\\' ? path.toLowerCase() : path;
}

function* foldersOf(path: string): Generator<string> {
  for (let at = dirname(path); at !== dirname(at); at = dirname(at)) yield at;
}

/** Reports a page that would overwrite an earlier one. */
function checkRepeated(output: CheckedOutput, earlier: EarlierOutputs, report: Report): void {
  const { source, range, displayPath: path } = output;
  for (const other of earlier.sameAs(output)) {
    if (other.source !== source && firstError(other.source)) continue;
    report('output-twice', range, {
      path,
      ...(other.source !== source && { other: other.source.path }),
      ...(other.target.realPath !== output.target.realPath && { as: other.displayPath }),
    });
    return;
  }
}

/** Reports a page whose folder would be another page, or the other way round. */
function checkFolders(output: CheckedOutput, earlier: EarlierOutputs, report: Report): void {
  const outer = earlier.outerOf(output);
  if (!outer) return;
  const reason = `${outer.displayPath} is a page, not a folder`;
  report('output-unwritable', output.range, { reason });
}

/** Reports a page that would overwrite a source. */
function checkOverwritten(
  output: CheckedOutput,
  sourcePaths: ReadonlySet<string>,
  report: Report,
): void {
  const { range, target, displayPath: path } = output;
  if (sourcePaths.has(target.realPath)) report('output-source', range, { path });
}

/** Returns where the source says the path of an output, or `undefined` if it does not. */
export function rangeOfPath({ display }: Output, locate: Locate): Range | undefined {
  return locate(display, 'path') ?? locate(display);
}
