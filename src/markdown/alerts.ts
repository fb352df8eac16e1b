import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface BlockquoteData {
    /** Whether the block quote is an alert of GitHub, whose first line is not escaped. */
    alert?: boolean;
  }
}

/**
 * The first line of an alert. Forks of the syntax have other names, and a title on the same line. A
 * parser that does not know an alert shows the same text, with or without an escape.
 */
const ALERT_START = /^>[ \t]*\[![\w-]+\](?![[(:])/;

/** Marks alerts. To Markdown, they are block quotes. */
export function markAlerts(tree: Root, markdown: string): void {
  if (!markdown.includes('[!')) return;
  visit(tree, 'blockquote', (node) => {
    const [first] = node.children;
    if (first?.type !== 'paragraph' || first.children[0]?.type !== 'text') return;
    const written = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    if (!ALERT_START.test(written)) return;
    node.data = { ...node.data, alert: true };
    // As a backslash, a hard break would be part of the line that has to be the mark alone.
    const [{ value }, next] = first.children;
    if (next?.type === 'break' && /^\[![\w-]+\]$/.test(value)) {
      first.children.splice(0, 2, { type: 'text', value: `${value}\n` });
    }
  });
}
