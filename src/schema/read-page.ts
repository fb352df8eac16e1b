import type { VFile } from 'vfile';
import { location } from 'vfile-location';
import type { Node } from 'yaml';
import type { Range, Report } from '../diagnostics/report.ts';
import { parseSource } from '../source/parse-yaml.ts';
import { rangeOf, type Source } from '../source/source.ts';
import { yamlFastPath } from '../source/yaml-fast-path.ts';
import { isAbsent, valueUnder } from './map-entries.ts';
import type { MarkdownField } from './markdown-field.ts';
import { type Page, page } from './page-shape.ts';
import type { Scope } from './scope.ts';
import { HIGHEST } from './section-shape.ts';

/** Where the value of a key of a map that has been read is written. */
export type Locate = (value: object, key: string) => Range | undefined;

/** A source that has been read. */
export interface Read {
  page: Page;
  /** Every Markdown field of the page, in source order. */
  prose: MarkdownField[];
  /** Where the page is written. */
  range: Range;
  locate: Locate;
}

/**
 * Reads the text of a source into the page that it describes, and reports all that is wrong with
 * it. A page that is not sound may lack what its type promises.
 *
 * @returns nothing where there is no page to speak of
 */
export function readPage(file: VFile, report: Report): Read | undefined {
  // A byte order mark is no part of the text, nor of its columns.
  file.value = String(file).replace(/^\ufeff/, '');
  const read = readPlainPage(file.value, file);
  if (read) return read;
  const source = parseSource(file.value, report);
  if (!source) return;
  if (!source.root || isAbsent(source.root)) {
    report('source-empty', undefined, {});
    return;
  }
  return readSource(source, source.root, file, report);
}

/** Reads plain YAML of which nothing is to be told; nothing where there is something to tell. */
function readPlainPage(text: string, file: VFile): Read | undefined {
  const root = yamlFastPath(text);
  if (!root) return;
  let isSound = true;
  const read = readSource({ root, resolve: (node) => node, text }, root, file, () => {
    isSound = false;
  });
  return isSound ? read : undefined;
}

function readSource(source: Source, root: Node, file: VFile, report: Report): Read | undefined {
  const scope: Scope = {
    text: source.text,
    report,
    resolve: source.resolve,
    lineOf: (node) => location(file).toPoint(rangeOf(node).start)?.line ?? 1,
    people: new Map(),
    nearPersonId: () => undefined,
    level: HIGHEST,
    prose: [],
    nodes: new Map(),
  };
  const read = page.read(root, scope);
  const locate: Locate = (value, key) => {
    const node = scope.nodes.get(value);
    const at = node && valueUnder(node, key, scope);
    return at && rangeOf(at);
  };
  return read && { page: read, prose: scope.prose, range: rangeOf(root), locate };
}
