import { toString as textOf } from 'mdast-util-to-string';
import { visit } from 'unist-util-visit';
import { inlineReferences } from './inline-references.ts';
import type { MarkdownParser } from './markdown-parser.ts';
import { urlsOfNode } from './urls-in-field.ts';

/** Returns the links in Markdown with their texts: also those in HTML, whose texts are empty. */
export function linksInField(
  markdown: string,
  parse: MarkdownParser,
): { label: string; url: string }[] {
  const tree = parse(markdown);
  inlineReferences(tree);
  const found: { label: string; url: string }[] = [];
  visit(tree, (node) => {
    if (node.type === 'image') return;
    const label = node.type === 'link' ? textOf(node) : '';
    for (const url of urlsOfNode(node)) found.push({ label, url });
  });
  return found;
}
