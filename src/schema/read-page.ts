import type { Range, Report } from '../diagnostics/report.ts';
import { defaultNotice } from '../model/notice.ts';
import { FIRST_LEVEL } from '../model/section-levels.ts';
import { isAbsent, type Node, valueOfKey } from '../source/nodes.ts';
import type { Source } from '../source/source.ts';
import type { Image, Page } from '../types.ts';
import { page } from './page-shape.ts';
import type { MarkdownField, Scope } from './scope.ts';

/** A page, and what its source adds to it. */
export interface SourcePage {
  page: Page;
  /** The text of the comment that says that the page is generated. */
  notice: string | undefined;
  /** The whole source, if the page has further front matter. */
  frontMatterSource: Source | undefined;
}

/** The content of a source, and where it is written. */
export interface ReadPage extends SourcePage {
  /** The text of the source. */
  text: string;
  root: Range;
  /** The Markdown fields of the page, in source order. */
  fields: readonly MarkdownField[];
  /** The pictures of its credits and people. */
  images: readonly Image[];
  locate: Locate;
}

/** Returns the node that an object of the page, or the value of its key, was read from. */
export type Locate = (value: object, key?: string) => Node | undefined;

/**
 * Reads the page that a source describes, and reports its problems. If there are errors, the page may
 * lack keys that its type requires.
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
  const scope: Scope = {
    text,
    report,
    people: new Map(),
    nearPersonId: () => undefined,
    level: FIRST_LEVEL,
    fields: [],
    images: [],
    nodes: new Map(),
  };
  const read = page.read(root, scope);
  if (!read) return;
  const { fields, images, nodes } = scope;
  const notice = read.notice === true ? defaultNotice(name) : read.notice;
  const locate: Locate = (value, key) => {
    const node = nodes.get(value);
    return key === undefined ? node : valueOfKey(node, key);
  };
  const frontMatterSource = read.frontmatter && source;
  return { page: read, notice, frontMatterSource, text, root, fields, images, locate };
}
