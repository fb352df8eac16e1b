import { createVisitors } from 'estree-util-scope';
import type { RootContent } from 'mdast';

/** Returns the names that ESM in MDX declares at the top level: imports and declarations. */
export function bindingsIn(content: RootContent[]): string[] {
  const { enter, exit, scopes } = createVisitors();
  for (const node of content) {
    for (const statement of (node.type === 'mdxjsEsm' && node.data?.estree?.body) || []) {
      const declared =
        statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
      if (!declared) continue;
      // Only the top level matters, so inner nodes are not visited.
      enter(declared);
      exit(declared);
    }
  }
  return scopes[0].defined;
}
