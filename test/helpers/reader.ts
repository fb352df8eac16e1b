/** What a reader sees of a rendered page, as data to compare with its source. */
import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

export interface Seen {
  /**
   * Headings, items, paragraphs, cells, and what is in cards, in order, each with its text as HTML
   * folds it.
   */
  blocks: { kind: string; text: string }[];
  links: { href: string; text: string }[];
  /** The elements that there are. */
  elements: string[];
}

export function read(tree: Root): Seen {
  const seen: Seen = { blocks: [], links: [], elements: [] };
  const elements = new Set<string>();
  visit(tree, 'element', (element, _, parent) => {
    elements.add(element.tagName);
    const kind = kindOf(element, parent);
    if (kind !== undefined) seen.blocks.push({ kind, text: textOf(element) });
    if (element.tagName === 'a') {
      seen.links.push({ href: String(element.properties.href), text: textOf(element) });
    }
  });
  seen.elements = [...elements].sort();
  return seen;
}

function kindOf({ tagName, properties }: Element, parent: Nodes | undefined): string | undefined {
  const [name] = Array.isArray(properties.className) ? properties.className : [];
  if (name === 'title' || name === 'description') return name;
  // The paragraph of an item is the item.
  if (tagName === 'p' && parent?.type === 'element' && parent.tagName === 'li') return;
  return /^(?:h[1-6]|li|p|th|td)$/.test(tagName) ? tagName : undefined;
}

/** The text of an element without that of the lists in it. */
function textOf(element: Element): string {
  const parts: string[] = [];
  const add = (node: Nodes): void => {
    if (node.type === 'text') parts.push(node.value);
    else if (node.type === 'comment') parts.push('<!-- -->');
    else if (node.type === 'element' && node.tagName === 'br') parts.push('\n');
    else if ('children' in node) {
      for (const child of node.children) {
        if (child.type !== 'element' || !/^[uo]l$/.test(child.tagName)) add(child as Nodes);
      }
    }
  };
  add(element);
  return fold(parts.join(''));
}

/** White space as HTML folds it. */
export function fold(text: string): string {
  return text.replace(/[ \t\r\n\f]+/g, ' ').replace(/^ | $/g, '');
}

/** A text without what smart punctuation may have changed in it. */
export function unsmart(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/—/g, '---')
    .replace(/–/g, '--')
    .replace(/…/g, '...')
    .replace(/\. \. \./g, '...');
}
