/** What a reader sees of a rendered page, as data to compare with its source. */
import type { Element, Nodes, Root } from 'hast';
import { visit } from 'unist-util-visit';

export interface Seen {
  /** Headings and items, in order, each with its text as HTML folds it. */
  blocks: { kind: string; text: string }[];
  links: { href: string; text: string }[];
  /** The elements that there are. */
  elements: string[];
}

export function read(tree: Root): Seen {
  const seen: Seen = { blocks: [], links: [], elements: [] };
  const elements = new Set<string>();
  visit(tree, 'element', (element) => {
    elements.add(element.tagName);
    if (/^(?:h[1-6]|li|p)$/.test(element.tagName)) {
      seen.blocks.push({ kind: element.tagName, text: textOf(element) });
    }
    if (element.tagName === 'a') {
      seen.links.push({ href: String(element.properties.href), text: textOf(element) });
    }
  });
  seen.elements = [...elements].sort();
  return seen;
}

/** The text of an element without that of the lists in it. */
function textOf(element: Element): string {
  const parts: string[] = [];
  const add = (node: Nodes): void => {
    if (node.type === 'text') parts.push(node.value);
    else if (node.type === 'comment') parts.push('<!-- -->');
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
