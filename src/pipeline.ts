/**
 * How a page is built. Each step takes the results of those before it. Step 3 is left to the callers,
 * who know the options of the command or the library.
 *
 * 1. the text of a source → its YAML nodes (`Source`)
 * 2. YAML nodes → the page, and where its parts are written (`ReadSource`)
 * 3. the page → the places where it is shown (`Place`)
 * 4. the page is checked for these places, and its Markdown fields are parsed (`CheckedSource`)
 * 5. the page → mdast, for each place
 * 6. mdast → Markdown or MDX
 *
 * Diagnostics are added to the messages of the source. Nothing here reads or writes a file.
 */
import type { Root, RootContent } from 'mdast';
import type { Options as Extension } from 'mdast-util-to-markdown';
import type { VFile } from 'vfile';
import { type Report, reportTo, reportTooDeep } from './diagnostics/report.ts';
import { reportUntranslated } from './diagnostics/report-untranslated.ts';
import { configureReports } from './diagnostics/settings.ts';
import { ViewReports } from './diagnostics/view-reports.ts';
import type { FrontMatterContent } from './frontmatter/front-matter-content.ts';
import { checkRelativeUrls } from './layouts/check-relative-urls.ts';
import { checkWords } from './layouts/check-words.ts';
import { checkLayouts } from './layouts/index.ts';
import { type ShownUrl, shownUrls } from './layouts/shown-urls.ts';
import { checkAlerts } from './markdown/alerts.ts';
import { ParsingBudget } from './markdown/markdown-limits.ts';
import type { MarkdownParser } from './markdown/markdown-parser.ts';
import { type FieldContent, needsParser, parseFields } from './markdown/parse-fields.ts';
import { type Place, pageIn, viewName } from './model/place.ts';
import { needsTitle } from './model/view.ts';
import { checkImagePaths } from './page/check-image-paths.ts';
import type { githubView } from './page/github-view.ts';
import { pageNodes } from './page/page-nodes.ts';
import { regionNodes } from './page/region-nodes.ts';
import { checkBuildingTime } from './schema/check-building-time.ts';
import { checkRepeated } from './schema/check-repeated.ts';
import { type ReadPage, readPage, type SourcePage } from './schema/read-page.ts';
import { rulesIn } from './schema/rules-shape.ts';
import type { MarkdownField } from './schema/scope.ts';
import { reportCutText } from './source/cut-text.ts';
import { ignoreComments } from './source/ignore-comments.ts';
import type { Source } from './source/source.ts';
import { yamlFastPath } from './source/yaml-fast-path.ts';
import { stringify } from './stringify/stringify.ts';
import { foldLoneCr } from './text/fold-line-ends.ts';
import type { Format, MarkdownOptions } from './types.ts';

/** A page that has been read in one of its languages. It may be incomplete if there are errors. */
export interface PageToParse extends Omit<ReadPage['translations'][number], 'fields'> {
  /** The Markdown fields that the fast path cannot read, in source order. */
  fieldsToParse: readonly MarkdownField[];
}

/** A source that has been read in its default language, and its translations. */
export interface ReadSource extends PageToParse, Omit<ReadPage, 'fields' | 'translations'> {
  translations: readonly PageToParse[];
}

/**
 * The parsers and serializers that only some pages need. Loading all of them takes longer than
 * building most pages, so the command loads those that a page needs. The library imports all of them.
 */
export interface Tools {
  parsers: Record<Format, MarkdownParser>;
  /** Returns an empty string or `undefined` if the front matter is empty. */
  serializeFrontMatter(content: FrontMatterContent): string | undefined;
  /** The serializers of directives, of tables and, in an `.mdx` page, of MDX. */
  serializers: Record<Format, readonly Extension[]>;
  /** `undefined` if no place is for GitHub. */
  githubView: typeof githubView | undefined;
}

/** A page that has been checked in one of its languages. */
export interface CheckedPage extends SourcePage {
  lang: string | undefined;
  /** The content of its Markdown fields in a page of a format. */
  fieldsIn(format: Format): FieldContent;
}

/** A source that has been checked for some places. Positions in it would take too much memory. */
export interface CheckedSource extends CheckedPage {
  translations: readonly CheckedPage[];
  tools: Tools;
}

/**
 * Steps 1 and 2. The YAML parser is only loaded if it is needed.
 *
 * @param file the source, without a byte order mark
 * @returns `undefined` if the source cannot be read as a page, which is reported
 */
export async function readSource(file: VFile): Promise<ReadSource | undefined> {
  const source = yamlFastPath(foldLoneCr(String(file)));
  if (source) return readPageOrReport(source, file);
  const { parseYaml } = await import('./source/parse-yaml.ts');
  return parseAndRead(file, parseYaml);
}

/** Steps 1 and 2, synchronously, with the YAML parser loaded. */
export function readSourceSync(file: VFile, parseYaml: ParseYaml): ReadSource | undefined {
  const source = yamlFastPath(foldLoneCr(String(file)));
  return source ? readPageOrReport(source, file) : parseAndRead(file, parseYaml);
}

type ParseYaml = (text: string, report: Report) => Source | undefined;

/** Steps 1 and 2, with the parser. What it reports waits until the rules of the source are known. */
function parseAndRead(file: VFile, parseYaml: ParseYaml): ReadSource | undefined {
  const reports: Parameters<Report>[] = [];
  const source = parseYaml(foldLoneCr(String(file)), ((...args) => reports.push(args)) as Report);
  const read = source && readPageOrReport(source, file);
  const report = reportTo(file);
  for (const args of reports) report(...args);
  return read;
}

/** Step 2. */
function readPageOrReport(source: Source, file: VFile): ReadSource | undefined {
  const report = reportTo(file);
  try {
    configureReports(file, rulesIn(source.root), ignoreComments(source));
    reportCutText(source, report);
    const read = readPage(source, report, file.basename);
    if (!read) return;
    const { fields, translations, ...page } = read;
    return {
      ...page,
      fieldsToParse: fields.filter(needsParser),
      translations: translations.map(({ fields, ...translation }) => ({
        ...translation,
        fieldsToParse: fields.filter(needsParser),
      })),
    };
  } catch (error) {
    reportTooDeep(error, report);
    return;
  }
}

/**
 * Step 4.
 *
 * @returns `undefined` if the pages would take too long, or a Markdown field is nested too deeply
 */
export function checkSource(
  read: ReadSource,
  places: readonly Place[],
  tools: Tools,
  file: VFile,
): CheckedSource | undefined {
  const { page, locate } = read;
  const report = reportTo(file);
  if (!checkRepeated(read, places, report)) return;
  if (!checkBuildingTime(read, places, report)) return;
  try {
    const reports = new ViewReports(places.map(viewName));
    const budget = new ParsingBudget();
    const check = (reading: PageToParse): CheckedPage => {
      const { page, notice, frontMatterSource, lang } = reading;
      const shown = places.filter((place) => place.lang === lang);
      const all = { text: read.text, tools, budget, reports };
      const fieldsIn = parseDialects(reading, shown, { ...all, places });
      return { page, notice, frontMatterSource, lang, fieldsIn };
    };
    const translations = read.translations.map(check);
    const checked: CheckedSource = { ...check(read), translations, tools };
    const fieldsOf = (place: Place) =>
      pageIn<CheckedPage>(checked, place.lang).fieldsIn(place.format);
    for (const place of places) {
      const reportHere = reports.reportIn([viewName(place)]);
      const fields = fieldsOf(place);
      checkLayouts(place, fields, locate, reportHere);
      checkWords(page, place, locate, report);
      if (place.flavor === 'starlight') {
        checkAlerts(place, fields.alerts, reportHere);
        checkImagePaths(place, locate, reportHere);
      } else {
        const { page } = pageIn<CheckedPage>(checked, place.lang);
        tools.githubView?.check(page, place, fields, locate, reportHere);
      }
    }
    checkRelativeUrls(places, fieldsOf, locate, report);
    reports.finish(report);
    reportUntranslated(read, file);
    checkTitle(read, places, report);
    return checked;
  } catch (error) {
    reportTooDeep(error, report);
    return;
  }
}

/** Returns the relative URLs of images in the fields that a place shows. */
export function fieldImages(
  source: CheckedSource,
  { locate }: ReadSource,
  place: Place,
): ShownUrl[] {
  const fields = pageIn<CheckedPage>(source, place.lang).fieldsIn(place.format);
  if (!fields.relativeUrls.some(({ isImage }) => isImage)) return [];
  return [...shownUrls(place, fields, locate)].filter(({ isImage }) => isImage);
}

interface ParsingContext extends Pick<ReadSource, 'text'> {
  tools: Tools;
  budget: ParsingBudget;
  reports: ViewReports;
  /** All places, whose formats fields are parsed in if no place shows them. */
  places: readonly Place[];
}

/** Parses the fields of a page once for each dialect: without HTML, both formats have the same. */
function parseDialects(
  { page: { html = false }, fieldsToParse }: PageToParse,
  shown: readonly Place[],
  { text, tools: { parsers }, budget, reports, places }: ParsingContext,
): CheckedPage['fieldsIn'] {
  const dialectOf = (format: Format) => (html ? format : 'md');
  const dialects = new Set(
    (shown.length > 0 ? shown : places).map(({ format }) => dialectOf(format)),
  );
  const contents = new Map<Format, FieldContent>();
  for (const dialect of dialects) {
    const views = shown.filter(({ format }) => dialectOf(format) === dialect).map(viewName);
    const report = reports.reportIn(views);
    const options = { parse: parsers[dialect], format: dialect, budget, html, text, report };
    contents.set(dialect, parseFields(fieldsToParse, options));
  }
  return (format) => contents.get(dialectOf(format)) as FieldContent;
}

/** A page whose views do not show the title needs none, but `-o` may show it. */
function checkTitle({ page, root }: ReadSource, places: readonly Place[], report: Report): void {
  if (page.title !== undefined || needsTitle(page.output)) return;
  if (needsTitle(places.map(({ display }) => display))) {
    report('missing-key', root, { key: 'title', noun: 'a page' });
  }
}

/** Step 5. */
export function pageTree(source: CheckedSource, place: Place): Root {
  return { type: 'root', children: [...nodesOf(source, place)] };
}

function nodesOf(source: CheckedSource, place: Place): Iterable<RootContent> {
  const { tools } = source;
  const shown = pageIn<CheckedPage>(source, place.lang);
  const { fieldsIn, page } = shown;
  const nodes = pageNodes(shown, place, fieldsIn(place.format), tools.serializeFrontMatter);
  const { display, flavor, around } = place;
  if (display.region === undefined && flavor === 'starlight') return nodes;
  const own = copiesOf(nodes);
  const adapted = flavor === 'github' ? (tools.githubView?.nodes(own, page.site) ?? own) : own;
  return display.region === undefined
    ? adapted
    : regionNodes(adapted, display.region, around?.level);
}

/** Copies nodes, as those of fields are shared with other places. */
function* copiesOf(nodes: Iterable<RootContent>): Generator<RootContent> {
  for (const node of nodes) yield structuredClone(node);
}

/** Steps 5 and 6. */
export function pageText(
  source: CheckedSource,
  place: Place,
  options: MarkdownOptions | undefined = source.page.markdown,
): string {
  const serializers = source.tools.serializers[place.format];
  return stringify(nodesOf(source, place), place.format, options, serializers);
}
