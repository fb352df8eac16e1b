/** A page → a region of a file that belongs to somebody else. */
import type { Nodes, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { HIGHEST } from '../schema/section-shape.ts';
import type { Shown } from './page-nodes.ts';

/**
 * The nodes of a page as they stand in a region: headings below the one that it stands under, and
 * footnotes that are not taken for those of the file.
 */
export function* regionNodes(
  nodes: Iterable<RootContent>,
  { display: { region }, around: { level } = { level: HIGHEST, bound: new Set() } }: Shown,
): Generator<RootContent> {
  for (const node of nodes) {
    // The content of a field may be shown in other places, too.
    const copy = structuredClone(node);
    visit(copy, (inner: Nodes) => {
      if (inner.type === 'heading')
        inner.depth = (inner.depth + level - HIGHEST) as typeof inner.depth;
      if (inner.type === 'footnoteReference' || inner.type === 'footnoteDefinition') {
        inner.identifier = `${region}-${inner.identifier}`;
        inner.label = `${region}-${inner.label ?? inner.identifier}`;
      }
    });
    yield copy;
  }
}
