import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface LinkData {
    /** Whether the link is a literal autolink, and can be written as one again. */
    literal?: boolean;
  }
}

/**
 * Marks literal autolinks, so that they stay literal. Escapes do not work in one, so it must need none,
 * inside or right after it.
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
    // A hard break is written as a backslash, which would become part of the URL.
    if (/^\S*(?: {2,}|\\)\n/.test(rest)) return;
    node.data = { ...node.data, literal: true };
  });
}

/** Whether a literal autolink is followed by more than punctuation. */
export function isGlued(rest: string): boolean {
  return !/^[.,;:!?)"']*(?![^ \t\r\n])/.test(rest);
}
