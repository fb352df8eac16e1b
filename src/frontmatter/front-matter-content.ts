import type { Display } from '../model/view.ts';
import type { SourcePage } from '../schema/read-page.ts';
import { type MapNode, type Node, valueOfKey } from '../source/nodes.ts';
import type { Source } from '../source/source.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';
import type { Page } from '../types.ts';

export interface FrontMatterContent {
  /** The text of a comment before everything else, on one line. */
  comment: string | undefined;
  title: string | undefined;
  description: string | undefined;
  /** The source of the page, if it has further front matter. */
  source: Source | undefined;
  /** The further front matter of the page and of the view. */
  maps: readonly FrontMatterMap[];
}

/** Further front matter in a source. */
export interface FrontMatterMap {
  /** The keys and indexes that lead to it. */
  path: readonly (string | number)[];
  node: MapNode;
  /** The keys that are replaced. */
  replaced: ReadonlySet<string>;
}

/** Returns the content of a page's front matter, or `undefined` if the view has no front matter. */
export function frontMatterContent(
  { page, notice, frontMatterSource }: SourcePage,
  display: Display,
): FrontMatterContent | undefined {
  if (!display.frontmatter) return;
  const maps = frontMatterSource ? mapsIn(frontMatterSource, page, display) : [];
  return {
    // A line separator would start another line of the comment.
    comment:
      notice === undefined ? undefined : foldWhiteSpace(notice.replace(/[\u2028\u2029]/g, ' ')),
    title: display.title === 'frontmatter' ? page.title : undefined,
    description: page.description,
    source: maps.length > 0 ? frontMatterSource : undefined,
    maps,
  };
}

function mapsIn({ root }: Source, page: Page, { addedFrontmatter }: Display): FrontMatterMap[] {
  const added = addedFrontmatter && pathOfAdded(root, page, addedFrontmatter);
  const replaced = new Set(Object.keys(addedFrontmatter ?? {}));
  return [
    ...(page.frontmatter ? mapAt(root, ['frontmatter'], replaced) : []),
    ...(added ? mapAt(root, added, new Set()) : []),
  ];
}

/** Returns the path of the front matter of a view. */
function pathOfAdded(root: Node | undefined, { output = [] }: Page, added: object) {
  if (valueOfKey(root, 'output')?.kind === 'map') return ['output', 'frontmatter'];
  const index = output.findIndex(({ addedFrontmatter }) => addedFrontmatter === added);
  return ['output', index, 'frontmatter'];
}

function mapAt(
  root: Node | undefined,
  path: FrontMatterMap['path'],
  replaced: ReadonlySet<string>,
): FrontMatterMap[] {
  const node = path.reduce(
    (at, step) =>
      typeof step === 'string'
        ? valueOfKey(at, step)
        : at?.kind === 'list'
          ? at.items[step]
          : undefined,
    root,
  );
  return node?.kind === 'map' ? [{ path, node, replaced }] : [];
}
