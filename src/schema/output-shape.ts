import { formatOf, WHOLE } from '../model/view.ts';
import type { View } from '../types.ts';
import { refine, type Shape } from './shape.ts';
import { plain } from './text-shape.ts';

export const outputPath: Shape<string> = refine(plain(), {
  noun: 'a path',
  read(node, scope, read) {
    const path = read(node, scope);
    if (path !== undefined && !formatOf(path)) scope.report('output-extension', node, { path });
    return path;
  },
  schema: () => ({
    type: 'string',
    pattern: '\\.mdx?[ \\t\\r\\n]*$',
    patternErrorMessage: 'A path that ends in .md or .mdx.',
  }),
});

/** A path, which is read as a view of the whole page. */
export const wholeView: Shape<View[]> = refine(outputPath, {
  read(node, scope, read) {
    const path = read(node, scope);
    if (path === undefined) return;
    const view: View = { path, ...WHOLE };
    scope.nodes.set(view, node);
    return [view];
  },
});
