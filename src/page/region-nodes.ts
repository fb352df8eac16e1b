import type { Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { FIRST_LEVEL } from '../model/section-levels.ts';

/**
 * Adapts the nodes of a page to a region of a file, and changes them: headings are moved below the heading above the
 * region, and footnotes are renamed, so that they differ from those of the file.
 *
 * @param level the heading level of the page's own sections in the region
 */
export function* regionNodes(
  nodes: Iterable<RootContent>,
  region: string,
  level: number = FIRST_LEVEL,
): Generator<RootContent> {
  for (const node of nodes) {
    visit(node, (inner: Nodes) => {
      if (inner.type === 'heading') {
        inner.depth = (inner.depth + level - FIRST_LEVEL) as typeof inner.depth;
      }
      if (inner.type === 'footnoteReference' || inner.type === 'footnoteDefinition') {
        inner.identifier = `${region}-${inner.identifier}`;
        inner.label = `${region}-${inner.label ?? inner.identifier}`;
      }
    });
    yield node;
  }
}
