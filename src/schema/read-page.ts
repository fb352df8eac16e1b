import type { Report } from '../diagnostics/report.ts';
import { defaultNotice } from '../model/notice.ts';
import { isAbsent, type Node, valueOfKey } from '../source/nodes.ts';
import type { Source } from '../source/source.ts';
import type { Page } from '../types.ts';
import { page } from './page-shape.ts';
import type { MarkdownField, Scope } from './scope.ts';
import { FIRST_LEVEL } from './section-shape.ts';

/** A page, and where its parts are written. */
export interface Credits {
  page: Page;
  /** The Markdown fields of the page, in source order. */
  fields: MarkdownField[];
  source: Source;
  /** What the page says about being generated. */
  notice: string | undefined;
  locate: Locate;
}

/** Returns the node that an object of the page, or the value of its key, was read from. */
export type Locate = (value: object, key?: string) => Node | undefined;

/**
 * Reads the page that a source describes, and reports what is wrong with it. If there are errors,
 * the page may lack what its type promises.
 *
 * @param name the file name of the source, if it has one
 * @returns `undefined` if the source is empty or not a map
 */
export function readPage(source: Source, report: Report, name?: string): Credits | undefined {
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
    nodes: new Map(),
  };
  const read = page.read(root, scope);
  if (!read) return;
  const { fields, nodes } = scope;
  const notice = read.notice === true ? defaultNotice(name) : read.notice;
  const locate: Locate = (value, key) => {
    const node = nodes.get(value);
    return key === undefined ? node : valueOfKey(node, key);
  };
  return { page: read, fields, source, notice, locate };
}
