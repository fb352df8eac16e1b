import type { YamlPath } from '../edit/edit-yaml.ts';
import type { Node } from '../source/nodes.ts';

/**
 * Returns a function that returns the keys and indexes that lead to a node, or `undefined` if an alias
 * refers to it, so that an edit would change another place as well.
 */
export function nodePaths(root: Node): (node: Node) => YamlPath | undefined {
  let known: Map<Node, YamlPath> | undefined;
  return (node) => {
    known ??= pathsIn(root);
    return known.get(node);
  };
}

function pathsIn(root: Node): Map<Node, YamlPath> {
  const paths = new Map<Node, YamlPath>();
  const targets = new Set<Node>();
  const visit = (node: Node | undefined, path: YamlPath): void => {
    if (node?.target) targets.add(node.target);
    if (!node || node.target) return;
    paths.set(node, path);
    if (node.kind === 'map') {
      for (const { key, value } of node.entries) visit(value, [...path, key]);
    } else if (node.kind === 'list') {
      for (const [index, item] of node.items.entries()) visit(item, [...path, index]);
    }
  };
  visit(root, []);
  for (const target of targets) paths.delete(target);
  return paths;
}
