import type {
  Definition,
  FootnoteDefinition,
  FootnoteReference,
  ImageReference,
  LinkReference,
  Nodes,
} from 'mdast';

type Reference = LinkReference | ImageReference | FootnoteReference;

export function isReference(node: Nodes): node is Reference {
  return /^(?:link|image|footnote)Reference$/.test(node.type);
}

export function isDefinition(node: Nodes): node is Definition | FootnoteDefinition {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}

/** Returns the key of a definition and of its references. */
export function keyOf(node: Reference | Definition | FootnoteDefinition): string {
  return (node.type.startsWith('footnote') ? '^' : '') + node.identifier;
}
