import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface LinkData {
    /** Whether the link was written as a bare address, and can be again. */
    literal?: boolean;
  }
}

/**
 * Marks links that were written as a bare address, so that they stay so. No escape works in one,
 * and so none may be needed in it or right behind it.
 */
export function markLiterals(tree: Root, markdown: string): void {
  visit(tree, 'link', (node) => {
    const [text] = node.children;
    const { start, end } = node.position ?? {};
    if (text?.type !== 'text' || start?.offset === undefined || end?.offset === undefined) return;
    const written = markdown.slice(start.offset, end.offset);
    const rest = markdown.slice(end.offset);
    if (written !== text.value || /[\\<>`{}|]/.test(written)) return;
    // White space that is not Markdown's may have to be escaped.
    if (isGlued(rest)) return;
    // A hard break is written as a backslash, which would become a part of the address.
    if (/^\S*(?: {2,}|\\)\n/.test(rest)) return;
    node.data = { ...node.data, literal: true };
  });
}

/** Whether more stands behind an address than marks that end a phrase. */
export function isGlued(rest: string): boolean {
  return !/^[.,;:!?)"']*(?![^ \t\r\n])/.test(rest);
}
