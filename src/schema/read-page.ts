import { location } from 'vfile-location';
import type { Report } from '../diagnostics/report.ts';
import { defaultNotice } from '../model/notice.ts';
import { FIRST_LEVEL } from '../model/section-levels.ts';
import { isAbsent, type Node, valueOfKey } from '../source/nodes.ts';
import type { Source } from '../source/source.ts';
import type { Range } from '../text/range.ts';
import type { Image, Page, Section } from '../types.ts';
import { languagesIn } from './languages-shape.ts';
import { page } from './page-shape.ts';
import type { MarkdownField, Scope } from './scope.ts';

/** A page in one of its languages, and what its source adds to it. */
export interface SourcePage {
  page: Page;
  /** The text of the comment that says that the page is generated. */
  notice: string | undefined;
  /** The whole source, if the page has further front matter. */
  frontMatterSource: Source | undefined;
}

/** What is read of a page only in one of its languages. */
interface PageReading extends SourcePage {
  /** The Markdown fields of the page, in source order. */
  fields: readonly MarkdownField[];
  /** The language, or `undefined` if the page has no `languages`. */
  lang: string | undefined;
  /** The maps from language to value without a value in the language. */
  untranslated: readonly Node[];
  /** The titles in the default language of the sections of a page in another language. */
  defaultTitles: ReadonlyMap<Section, string>;
}

/** The content of a source in its default language, and where it is written. */
export interface ReadPage extends PageReading {
  /** The text of the source. */
  text: string;
  root: Range;
  /** The pictures of its credits and people. */
  images: readonly Image[];
  locate: Locate;
  /** The page in its other languages. */
  translations: readonly PageReading[];
}

/**
 * Returns the node that an object of the page, or the value of its key, was read from. That of a translated
 * value is its value in the language of the object.
 */
export type Locate = (value: object, key?: string) => Node | undefined;

/**
 * Reads the page that a source describes, in each of its languages, and reports its problems. If there are
 * errors, the page may lack keys that its type requires.
 *
 * @param name the file name of the source, if it has one
 * @returns `undefined` if the source is empty or not a map, which is reported
 */
export function readPage(source: Source, report: Report, name?: string): ReadPage | undefined {
  const { root, text } = source;
  if (!root || isAbsent(root)) {
    report('source-empty', undefined, {});
    return;
  }
  const languages = languagesIn(root, text);
  const place = location(text);
  const scopes: Scope[] = [];
  const reported = new Set<string>();
  const readIn = (lang: string | undefined): PageReading | undefined => {
    const scope: Scope = {
      text,
      lineOf: ({ start }) => place.toPoint(start)?.line ?? 1,
      // What is invalid in every language is reported once.
      report: (code, range, args, views) => {
        const key = `${code} ${range?.start} ${range?.end}`;
        if (lang !== languages[0] && reported.has(key)) return;
        if (languages.length > 1) reported.add(key);
        report(code, range, args, views);
      },
      people: new Map(),
      nearPersonId: () => undefined,
      languages,
      lang,
      chosen: new Map(),
      untranslated: [],
      defaultTitles: new Map(),
      level: FIRST_LEVEL,
      fields: [],
      images: [],
      nodes: new Map(),
    };
    const read = page.read(root, scope);
    if (!read) return;
    scopes.push(scope);
    const { fields, untranslated, defaultTitles } = scope;
    const notice = read.notice === true ? defaultNotice(name) : read.notice;
    const hasFrontMatter = read.frontmatter || read.output?.some((view) => view.addedFrontmatter);
    const frontMatterSource = hasFrontMatter ? source : undefined;
    return { page: read, notice, frontMatterSource, fields, lang, untranslated, defaultTitles };
  };
  const reading = readIn(languages[0]);
  if (!reading) return;
  const translations = languages.slice(1).flatMap((lang) => readIn(lang) ?? []);
  const images = scopes.flatMap((scope) => scope.images);
  return { ...reading, text, root, images, locate: locateIn(scopes), translations };
}

function locateIn(scopes: readonly Scope[]): Locate {
  const [only] = scopes;
  return (value, key) => {
    const scope = scopes.length > 1 ? scopes.find(({ nodes }) => nodes.has(value)) : only;
    const node = scope?.nodes.get(value);
    const found = key === undefined ? node : valueOfKey(node, key);
    return (found && scope?.chosen.get(found)) ?? found;
  };
}
