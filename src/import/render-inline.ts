import type { Element } from 'hast';
import { normalizeUri } from 'micromark-util-sanitize-uri';
import { parseEntities } from 'parse-entities';
import { visit } from 'unist-util-visit';
import { canonicalHtml } from '../layouts/cards/read-html.ts';
import { CARD_ATTRIBUTES } from '../model/card-components.ts';
import { foldWhiteSpace } from '../text/visible-text.ts';
import { escapeAttribute } from './escape-attribute.ts';
import type { HastNode } from './page-to-hast.ts';

/** Text or a tag, and the elements around it that only format text: `strong`, `em` and `del`. */
interface Segment {
  text: string;
  marks: readonly string[];
  isCode?: boolean;
}

/**
 * Renders inline content as a line to compare.
 *
 * @param ignoredMarks marks that are not visible there
 */
export function renderInline(
  nodes: readonly HastNode[],
  ignoredMarks: readonly string[] = [],
): string {
  const rendered = segmentsOf(nodes, []).map(({ text, marks, isCode }) =>
    marks
      .filter((mark) => !ignoredMarks.includes(mark))
      .toSorted()
      .reduce((inner, mark) => (isCode ? wrap(inner, mark) : wrapLetters(inner, mark)), text),
  );
  return foldWhiteSpace(rendered.join('').replaceAll(/<\/(strong|em|del)><\1>/g, ''));
}

function wrap(text: string, mark: string): string {
  return `<${mark}>${text}</${mark}>`;
}

/** Wraps text from its first to its last letter or digit. */
function wrapLetters(text: string, mark: string): string {
  return text.replace(/[\p{L}\p{N}](?:.*[\p{L}\p{N}])?/su, (inner) => wrap(inner, mark));
}

function segmentsOf(nodes: readonly HastNode[], marks: readonly string[]): Segment[] {
  return nodes.flatMap((node): Segment[] => {
    switch (node.type) {
      case 'text':
        return [{ text: node.value, marks }];
      case 'raw':
        // The import adds `<span>` around an image to avoid an HTML block.
        return /^<\/?span>$/.test(node.value) ? [] : [tagSegment(withNormalUrls(node.value))];
      case 'element':
        return elementSegments(node, marks);
      case 'mdxJsxTextElement':
        return [
          tagSegment(openingTag(node)),
          ...segmentsOf(node.children as HastNode[], marks),
          tagSegment('</>'),
        ];
      default:
        return 'value' in node ? [tagSegment(`{${node.value}}`)] : [];
    }
  });
}

/** Encodes the URLs in a tag as URLs in Markdown are encoded. */
function withNormalUrls(html: string): string {
  return html.replace(/(?<=^<(?:a|img)\s[^>]*(?:href|src)=")[^"]*/g, (url) =>
    escapeAttribute(normalizeUri(parseEntities(url))),
  );
}

function tagSegment(text: string): Segment {
  return { text, marks: [] };
}

function elementSegments(element: Element, marks: readonly string[]): Segment[] {
  const { tagName, properties, children } = element;
  const attribute = (name: 'alt' | 'href' | 'src' | 'title') =>
    `${name}="${escapeAttribute(String(properties[name] ?? ''))}"`;
  const title = properties.title === undefined ? '' : ` ${attribute('title')}`;
  switch (tagName) {
    case 'strong':
    case 'em':
    case 'del':
      return segmentsOf(children, marks.includes(tagName) ? marks : [...marks, tagName]);
    case 'a':
      return [
        tagSegment(`<a ${attribute('href')}${title}>`),
        ...segmentsOf(children, marks),
        tagSegment('</a>'),
      ];
    case 'img':
      return [tagSegment(`<img ${attribute('src')} ${attribute('alt')}${title} />`)];
    case 'code':
      return [{ text: `\`${textContent(element)}\``, marks, isCode: true }];
    case 'br':
      return [tagSegment('<br>')];
    case 'input':
      return [tagSegment(properties.checked ? '[x]' : '[ ]')];
    default:
      return [
        tagSegment(`<${tagName}>`),
        ...segmentsOf(children, marks),
        tagSegment(`</${tagName}>`),
      ];
  }
}

export function textContent(element: Element): string {
  let text = '';
  visit(element, 'text', ({ value }) => {
    text += value;
  });
  return text;
}

/** Returns the opening tag of a JSX element, with its attributes in a fixed order. */
export function openingTag(element: { name: string | null; attributes: unknown[] }): string {
  const { name } = element;
  const attributes = element.attributes as { type: string; name?: string; value?: unknown }[];
  const isCard = name !== null && CARD_ATTRIBUTES.has(name);
  const rendered = attributes.map(({ name: key, value }) => {
    if (value && typeof value === 'object') return `${key}={${(value as { value: string }).value}}`;
    if (key === undefined) return `{${value}}`;
    // The attributes of cards are HTML, except URLs.
    const isHtml = isCard && typeof value === 'string' && key !== 'href';
    return `${key}=${isHtml ? canonicalHtml(value) : JSON.stringify(value)}`;
  });
  // The order makes no difference unless an attribute is a spread.
  const hasSpread = rendered.some((text) => text.startsWith('{'));
  return `<${[name, ...(hasSpread ? rendered : rendered.toSorted())].join(' ')}>`;
}
