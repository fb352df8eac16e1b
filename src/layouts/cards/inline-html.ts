import type { PhrasingContent } from 'mdast';
import { phrase } from '../pieces.ts';

/** Inline content as HTML, links as what they say. */
export function htmlOf(content: PhrasingContent[]): string {
  return unlinked(content).map(nodeHtml).join('');
}

/** A text whose reader sees just these characters, with as few references as that needs. */
export function escapeHtml(text: string): string {
  return text.replace(/&(?=#|[a-z][a-z\d])/gi, '&amp;').replace(/<(?=[a-z/!?])/gi, '&lt;');
}

/** Content without links, each with what it says in its place; texts that meet are one. */
function unlinked(content: PhrasingContent[]): PhrasingContent[] {
  return phrase(content.flatMap((node) => (node.type === 'link' ? unlinked(node.children) : node)));
}

const TAGS = { emphasis: 'em', strong: 'strong', delete: 'del' } as const;

function nodeHtml(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escapeHtml(node.value);
    case 'inlineCode':
      return `<code>${escapeHtml(node.value.replace(/\r\n?|\n/g, ' '))}</code>`;
    case 'break':
      return '<br />';
    case 'emphasis':
    case 'strong':
    case 'delete':
      return `<${TAGS[node.type]}>${htmlOf(node.children)}</${TAGS[node.type]}>`;
    default:
      return '';
  }
}
