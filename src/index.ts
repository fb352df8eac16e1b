/** The library: a pair of unified plugins, and the credits as data. */
import type { Root } from 'mdast';
import type { Plugin } from 'unified';
import { VFile } from 'vfile';
import { allTools } from './all-tools.ts';
import { firstError, reportTo, sortAndDedupeMessages } from './diagnostics/report.ts';
import { reportUnusedIgnores } from './diagnostics/report-unused-ignores.ts';
import { findLanguage } from './model/language-tag.ts';
import {
  type PageInLanguage,
  type Place,
  pageIn,
  placeOf,
  placesInSource,
  showsAllViews,
  viewsOf,
} from './model/place.ts';
import { type Display, wholeDisplay } from './model/view.ts';
import {
  type CheckedPage,
  type CheckedSource,
  checkSource,
  pageTree,
  type ReadSource,
  readSourceSync,
} from './pipeline.ts';
import { stringifyTree } from './stringify/stringify.ts';
import { stripBom } from './text/strip-bom.ts';
import type { Flavor, Format, Page } from './types.ts';

export type * from './types.ts';

declare module 'vfile' {
  interface DataMap {
    /** The credits as data, set by `creditsParse`. */
    credits: Page;
  }
}

/** Options of `creditsParse` and `creditsStringify`. Pass the same format to both. */
export interface Options {
  /**
   * The format of the page: Markdown or MDX. In `'md'`, the layout `cards` is a list.
   *
   * @default 'md'
   */
  format?: Format;
}

/** The language in which a source is read. */
export interface LanguageOptions {
  /**
   * One of the `languages` of the source, such as `'pt-BR'`. Case is ignored.
   *
   * @default that of the view that is used, or the first of `languages`
   */
  lang?: string;
}

/** Options of `creditsParse`. */
export interface ParseOptions extends Options, LanguageOptions {
  /**
   * Where the page is read. With `'github'`, asides are alerts, and root-relative URLs are resolved
   * against the `site` of the source. MDX is always `'starlight'`.
   *
   * @default that of the view that is used
   */
  flavor?: Flavor;
}

/**
 * A unified plugin that parses a source, `credits.yaml`, into the mdast of its page. If the source
 * has several views, the first one without `region` and `sections` is used. No other file is read.
 *
 * All diagnostics are in `file.messages`: `ruleId` is the code, `place` the range in the YAML (lines
 * and columns from 1, offsets from 0, in UTF-16 code units), `fatal` whether it is an error
 * (`undefined` for an info), and `note` the help. The credits as data are in `file.data.credits`.
 *
 * @throws {VFileMessage} The first error, if the source is invalid, or not in the language: `parse`
 *   throws it, and `process` rejects with it.
 * @throws {TypeError} If the flavor is `'github'` and the format is `'mdx'`.
 * @see https://unifiedjs.com/learn/
 * @example
 * import { creditsParse, creditsStringify } from 'starlight-credits'
 * import { unified } from 'unified'
 *
 * const file = await unified()
 *   .use(creditsParse, { format: 'mdx' })
 *   .use(creditsStringify, { format: 'mdx' })
 *   .process('title: Credits\ncredits:\n  - name: Astro')
 */
export const creditsParse: Plugin<[ParseOptions?], string, Root> = function ({
  format = 'md',
  lang,
  flavor,
} = {}) {
  if (format === 'mdx' && flavor === 'github') {
    throw new TypeError('creditsParse: the flavor "github" needs the format "md"');
  }
  this.parser = (_, file) => {
    const read = readOrThrow(file);
    const display = displayOf(read, languageOrThrow(read, lang, file));
    const place = placeOf(read, { ...display, ...(flavor && { flavor }) }, format);
    const checked = checkOrThrow(read, [place], file);
    file.data.credits = pageIn<CheckedPage>(checked, place.lang).page;
    return pageTree(checked, place);
  };
};

/**
 * A unified plugin that compiles mdast to the Markdown or MDX of a Starlight page. Like
 * remark-stringify, it uses the settings and `toMarkdownExtensions` of other plugins; `markdown` in
 * the source takes precedence.
 *
 * @throws {Error} If a plugin has added a node that no extension can serialize.
 * @see https://github.com/remarkjs/remark/tree/main/packages/remark-stringify
 * @example
 * import { readFile, writeFile } from 'node:fs/promises'
 * import { creditsParse, creditsStringify } from 'starlight-credits'
 * import remarkToc from 'remark-toc'
 * import { unified } from 'unified'
 *
 * const file = await unified()
 *   .use(creditsParse)
 *   .use(remarkToc)
 *   .use(creditsStringify)
 *   .process(await readFile('credits.yaml', 'utf8'))
 * await writeFile('credits.md', String(file))
 */
export const creditsStringify: Plugin<[Options?], Root, string> = function ({
  format = 'md',
} = {}) {
  this.compiler = (tree, file) =>
    stringifyTree(
      tree as Root,
      format,
      { ...this.data('settings'), ...file.data.credits?.markdown },
      [...(this.data('toMarkdownExtensions') ?? []), ...allTools.serializers[format]],
    );
};

/**
 * Returns the credits as plain data, for example to render them in an Astro component, or to serve
 * them as JSON.
 *
 * @param yaml The text of a source, `credits.yaml`.
 * @param options The language of the texts.
 * @throws {VFileMessage} The first error, if the source is invalid, or not in the language.
 * @example
 * import { readFileSync } from 'node:fs'
 * import { creditsData } from 'starlight-credits'
 *
 * const { title, sections = [] } = creditsData(readFileSync('credits.yaml', 'utf8'))
 */
export function creditsData(yaml: string, { lang }: LanguageOptions = {}): Page {
  const file = new VFile(yaml);
  const read = readOrThrow(file);
  const shown = languageOrThrow(read, lang, file);
  const checked = checkOrThrow(read, placesInSource(read), file);
  return pageIn<CheckedPage>(checked, shown).page;
}

/** Returns the view that is used, in a language. */
function displayOf(read: ReadSource, lang: string | undefined): Display {
  if (lang !== undefined) {
    const { page } = pageIn<PageInLanguage>(read, lang);
    return { ...wholeDisplay(page, lang), lang };
  }
  return wholeDisplay({ ...read.page, output: viewsOf(read) });
}

/**
 * Returns the language of the source that an option names.
 *
 * @throws {VFileMessage} if the source has no such language
 */
function languageOrThrow(
  { page: { languages = [] } }: ReadSource,
  lang: string | undefined,
  file: VFile,
): string | undefined {
  if (lang === undefined) return;
  const found = findLanguage(languages, lang);
  if (found !== undefined) return found;
  reportTo(file)('language-unlisted', undefined, { tag: lang, known: languages });
  sortAndDedupeMessages(file);
  throw firstError(file);
}

/** @throws {VFileMessage} the first error, if the source cannot be read as a page */
function readOrThrow(file: VFile): ReadSource {
  file.value = stripBom(String(file));
  const read = readSourceSync(file, allTools.parseYaml);
  if (read) return read;
  sortAndDedupeMessages(file);
  throw firstError(file);
}

/** @throws {VFileMessage} the first error, if the source is invalid */
function checkOrThrow(read: ReadSource, places: readonly Place[], file: VFile): CheckedSource {
  const checked = checkSource(read, places, allTools, file);
  if (checked && showsAllViews(checked.page, places)) reportUnusedIgnores(file);
  sortAndDedupeMessages(file);
  const error = firstError(file);
  if (!checked || error) throw error;
  return checked;
}
