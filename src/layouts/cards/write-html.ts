import type { PhrasingContent } from 'mdast';
import { escapeHtml } from '../../text/escape-html.ts';
import { oneLine } from '../../text/one-line.ts';
import { HTML_TAGS, LINE_BREAK } from './html-tags.ts';

/** Returns the inline content of a card that is a link as HTML. */
export function writeHtml(content: PhrasingContent[]): string {
  return content.map(htmlOf).join('');
}

/** Escapes text as HTML, with as few character references as possible, to keep titles readable. */
export function escapeText(text: string): string {
  return escapeHtml(text, /&(?=#|[a-z][a-z\d])|<(?=[a-z/!?])/gi);
}

function htmlOf(node: PhrasingContent): string {
  switch (node.type) {
    case 'text':
      return escapeText(node.value);
    case 'inlineCode':
      return `<code>${escapeText(oneLine(node.value))}</code>`;
    case 'break':
      return LINE_BREAK;
    case 'emphasis':
    case 'strong':
    case 'delete':
      return `<${HTML_TAGS[node.type]}>${writeHtml(node.children)}</${HTML_TAGS[node.type]}>`;
    default:
      return '';
  }
}
