import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';

declare module 'mdast' {
  interface BlockquoteData {
    /** Whether the block quote is an alert of GitHub, whose first line is not escaped. */
    alert?: boolean;
  }
}

/** Marks alerts. To Markdown, they are block quotes. */
export function markAlerts(tree: Root, markdown: string): void {
  if (!markdown.includes('[!')) return;
  visit(tree, 'blockquote', (node) => {
    const written = markdown.slice(node.position?.start.offset, node.position?.end.offset);
    if (/^>[ \t]*\[!(?:note|tip|important|warning|caution)\][ \t]*(?:\n|$)/i.test(written)) {
      node.data = { ...node.data, alert: true };
    }
  });
}
