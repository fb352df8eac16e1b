/**
 * How a page is made. Each step takes what the ones before it return:
 *
 * 1. the text of a source → its YAML nodes (`Source`)
 * 2. YAML nodes → the page, and where its parts are written (`Credits`)
 * 3. the page → the places where it is shown (`Place`)
 * 4. the page is checked for these places, and its Markdown fields are parsed (`CheckedPage`)
 * 5. the page → mdast, for each place
 * 6. mdast → Markdown or MDX
 *
 * Messages are put on the file of the source. Nothing here reads or writes a file.
 */
import type { Root } from 'mdast';
import type { VFile } from 'vfile';
import { type Report, reportTo, sortMessages } from './diagnostics/report.ts';
import { type Languages, loadLanguages } from './languages.ts';
import { checkLayouts } from './layouts/index.ts';
import { type FieldContent, parseFields } from './markdown/parse-fields.ts';
import type { Place } from './model/place.ts';
import { selectContent } from './model/select-content.ts';
import { isTitleless } from './model/view.ts';
import { pageTree } from './page/page-tree.ts';
import { type Credits, readPage } from './schema/read-page.ts';
import type { Source } from './source/source.ts';
import { yamlFastPath } from './source/yaml-fast-path.ts';
import { stringify } from './stringify/stringify.ts';
import type { Format, Page } from './types.ts';

/** A page that has been checked for some places. */
export interface CheckedPage extends Credits {
  /** The content of its Markdown fields in a page of a format. */
  fieldsIn(format: Format): FieldContent;
  languages: Languages;
}

/** Returns the places where a page is shown. */
type PlacesOf = (page: Page) => readonly Place[];

/**
 * Steps 1 to 4. The parsers and serializers that the page needs are loaded on the way.
 *
 * @returns the page, which may be incomplete if there are errors, or `undefined` if there is none
 */
export async function loadPage(file: VFile, placesOf: PlacesOf): Promise<CheckedPage | undefined> {
  const report = reportTo(file);
  const text = withoutBom(file);
  try {
    const source =
      yamlFastPath(text) ?? (await import('./source/parse-yaml.ts')).parseYaml(text, report);
    const credits = source && readPage(source, report, file.basename);
    if (!credits) return;
    const places = placesOf(credits.page);
    return checkPage(credits, places, await loadLanguages(credits, places), report);
  } catch (error) {
    return reportTooDeep(error, report);
  } finally {
    sortMessages(file);
  }
}

interface SyncLanguages extends Languages {
  parseYaml(text: string, report: Report): Source | undefined;
}

/** Steps 1 to 4 for those who cannot wait and bring all parsers and serializers. */
export function loadPageSync(
  file: VFile,
  placesOf: PlacesOf,
  languages: SyncLanguages,
): CheckedPage | undefined {
  const report = reportTo(file);
  const text = withoutBom(file);
  try {
    const source = yamlFastPath(text) ?? languages.parseYaml(text, report);
    const credits = source && readPage(source, report, file.basename);
    return credits && checkPage(credits, placesOf(credits.page), languages, report);
  } catch (error) {
    return reportTooDeep(error, report);
  } finally {
    sortMessages(file);
  }
}

/** The text of a file. A byte order mark is no part of it, nor of its columns. */
function withoutBom(file: VFile): string {
  file.value = String(file).replace(/^\ufeff/, '');
  return file.value;
}

/** The parsers of YAML and Markdown call themselves for each level of nesting. */
function reportTooDeep(error: unknown, report: Report): undefined {
  if (!(error instanceof RangeError)) throw error;
  report('source-too-deep', undefined, {});
}

/** Step 4. */
function checkPage(
  credits: Credits,
  places: readonly Place[],
  languages: Languages,
  report: Report,
): CheckedPage {
  const { page, fields, source, locate } = credits;
  const html = page.html ?? false;
  const contents = new Map<Format, FieldContent>();
  const fieldsIn = (format: Format) => {
    // Without HTML, Markdown means the same in both formats.
    const dialect = html ? format : 'md';
    const parse = dialect === 'md' ? languages.parseMarkdown : languages.parseMdx;
    const content =
      contents.get(dialect) ?? parseFields(fields, { parse, html, text: source.text, report });
    contents.set(dialect, content);
    return content;
  };
  for (const { display, format } of places) {
    checkLayouts(selectContent(page, display), format, fieldsIn(format), locate, report);
  }
  // A source whose views show no title needs none, unless it is shown elsewhere.
  const isElsewhere =
    isTitleless(page.output) && !isTitleless(places.map(({ display }) => display));
  if (isElsewhere && page.title === undefined) {
    report('missing-key', source.root, { key: 'title', noun: 'a page' });
  }
  return { ...credits, fieldsIn, languages };
}

/** Step 5. */
export function treeOf(page: CheckedPage, place: Place): Root {
  const { fieldsIn, languages } = page;
  return pageTree(page, place, fieldsIn(place.format), languages.serializeFrontMatter);
}

/** Steps 5 and 6. */
export function textOf(page: CheckedPage, place: Place): string {
  return stringify(treeOf(page, place), place.format, page.page.markdown);
}
