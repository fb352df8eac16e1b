/** The visible content of a rendered page, to compare with its source. */
import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

export interface VisibleContent {
  /**
   * Headings, items, paragraphs, small text, cells and the parts of cards, in document order, with their text. White
   * space is folded.
   */
  blocks: { kind: string; text: string }[];
  links: { href: string; text: string }[];
  images: { src: string; alt: string }[];
  /** The names of all elements. */
  elements: string[];
}

export function visibleContent(tree: Root): VisibleContent {
  const seen: VisibleContent = { blocks: [], links: [], images: [], elements: [] };
  const elements = new Set<string>();
  visit(tree, 'element', (element, _, parent) => {
    elements.add(element.tagName);
    const kind = kindOf(element, parent);
    if (kind !== undefined) seen.blocks.push({ kind, text: textOf(element) });
    if (element.tagName === 'img') {
      const { src, alt } = element.properties;
      seen.images.push({ src: String(src), alt: fold(String(alt)) });
    }
    if (element.tagName === 'source') {
      seen.images.push({ src: String(element.properties.srcSet), alt: '' });
    }
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
  // The paragraph of an item is part of the item.
  if (tagName === 'p' && parent?.type === 'element' && parent.tagName === 'li') return;
  return /^(?:h[1-6]|li|p|small|th|td)$/.test(tagName) ? tagName : undefined;
}

/** Returns the text of an element, without that of lists in it. */
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

/** Collapses white space as HTML does, and removes isolates, which pages have around some names. */
export function fold(text: string): string {
  return text
    .replace(/\u2068([^\u2066-\u2069]*)\u2069/g, '$1')
    .replace(/[ \t\r\n\f]+/g, ' ')
    .replace(/^ | $/g, '');
}

/** Removes the characters that smart punctuation may change. */
export function unsmart(text: string): string {
  return text
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’‚]/g, "'")
    .replace(/—/g, '---')
    .replace(/–/g, '--')
    .replace(/…/g, '...')
    .replace(/\. \. \./g, '...');
}
