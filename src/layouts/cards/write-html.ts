import type { PhrasingContent } from 'mdast';
import { escapeHtml } from '../../text/escape-html.ts';
import { oneLine } from '../../text/one-line.ts';
import { phrasingOf } from '../shared/pieces.ts';
import { HTML_TAGS } from './html-tags.ts';

/** Returns inline content as HTML. Links are replaced with their content. */
export function writeHtml(content: PhrasingContent[]): string {
  return withoutLinks(content).map(htmlOf).join('');
}

/** Escapes text as HTML, with as few character references as possible, to keep titles readable. */
export function escapeText(text: string): string {
  return escapeHtml(text, /&(?=#|[a-z][a-z\d])|<(?=[a-z/!?])/gi);
}

function withoutLinks(content: PhrasingContent[]): PhrasingContent[] {
  return phrasingOf(
    content.flatMap((node) => (node.type === 'link' ? withoutLinks(node.children) : node)),
  );
}

function htmlOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value);
    case 'inlineCode':
      return `<code>${escapeText(oneLine(node.value))}</code>`;
    case 'break':
      return '<br />';
    case 'emphasis':
    case 'strong':
    case 'delete':
      return `<${HTML_TAGS[node.type]}>${writeHtml(node.children)}</${HTML_TAGS[node.type]}>`;
    default:
      return '';
  }
}
