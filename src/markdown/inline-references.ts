import type { Definition, Parent, Root } from 'mdast';
import { visit } from 'unist-util-visit';

/**
 * Replaces references with inline links and images, and removes their definitions, so that the
 * definitions of one field do not affect another one.
 *
 * @returns the number of characters that are written again for each reference
 */
export function inlineReferences(tree: Root): number {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (node) => {
    if (!definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  let added = 0;
  if (definitions.size === 0) return added;
  visit(tree, (node, index, parent) => {
    if (index === undefined || !parent) return;
    if (node.type === 'definition') {
      parent.children.splice(index, 1);
      return index;
    }
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    const { url, title } = definitions.get(node.identifier) as Definition;
    added += url.length + (title?.length ?? 0);
    const place = { url, title: title ?? null, position: node.position };
    (parent as Parent).children[index] =
      node.type === 'linkReference'
        ? { type: 'link', ...place, children: node.children }
        : { type: 'image', ...place, alt: node.alt ?? null };
    return;
  });
  return added;
}

/**
 * Renames footnotes that have the same name as those of another field.
 *
 * @param taken the names of footnotes, each with the last number that was tried for it
 */
export function separateFootnotes(tree: Root, taken: Map<string, number>): void {
  const names = new Map<string, string>();
  visit(tree, (node) => {
    if (node.type !== 'footnoteDefinition' && node.type !== 'footnoteReference') return;
    let name = names.get(node.identifier);
    if (name === undefined) {
      name = node.identifier;
      let count = taken.get(name) ?? 1;
      while (taken.has(name)) {
        count += 1;
        name = `${node.identifier}-${count}`;
      }
      taken.set(node.identifier, count).set(name, 1);
      names.set(node.identifier, name);
    }
    if (name === node.identifier) return;
    node.identifier = name;
    node.label = name;
  });
}
