import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface LinkData {
    /** Whether the link is a literal autolink, and can be written as one again. */
    literal?: boolean;
  }
}

/**
 * Marks literal autolinks that can be written as literal autolinks again. As escapes do not work in
 * them, neither they nor the text directly after them may need any.
 */
export function markLiterals(tree: Root, markdown: string): void {
  visit(tree, 'link', (node) => {
    const [text] = node.children;
    const { start, end } = node.position ?? {};
    if (text?.type !== 'text' || start?.offset === undefined || end?.offset === undefined) return;
    const written = markdown.slice(start.offset, end.offset);
    const rest = markdown.slice(end.offset);
    if (written !== text.value || /[\\<>`{}|]/.test(written)) return;
    // Characters directly after it may need an escape, such as a no-break space.
    if (isGlued(rest)) return;
    // A hard break is written as a backslash, which would become part of the URL.
    if (/^\S*(?: {2,}|\\)\n/.test(rest)) return;
    node.data = { ...node.data, literal: true };
  });
}

/** Whether anything but punctuation is between a literal autolink and the next white space. */
export function isGlued(rest: string): boolean {
  return !/^[.,;:!?)"']*(?![^ \t\r\n])/.test(rest);
}
