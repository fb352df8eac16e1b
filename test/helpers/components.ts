/** Starlight's components, which return hast of the HTML that they render. */
import type { Element, ElementContent, Root } from 'hast';
import { fromHtml } from 'hast-util-from-html';
import { visit } from 'unist-util-visit';
import { hrefOf } from './arbitraries.ts';

/** The import of components in a page. */
export const IMPORT =
  /^import \{ (?:Card|CardGrid|LinkCard)(?:, (?:CardGrid|LinkCard))* \} from "@astrojs\/starlight\/components";$/m;

interface Props {
  title?: string;
  description?: string;
  href?: string;
  children?: unknown;
}

export const components = {
  CardGrid: ({ children }: Props) => children,
  Card: ({ title = '', children }: Props) => [withEncodedLinks(html('title', title)), children],
  LinkCard: ({ title = '', href = '', description }: Props) => [
    {
      ...html('title', title),
      tagName: 'a',
      properties: { href: hrefOf(href), className: ['title'] },
    },
    ...(description ? [html('description', description)] : []),
  ],
};

/** An element whose text is parsed as HTML, as with `set:html`. */
function html(className: string, text: string): Element {
  const { children } = fromHtml(text, { fragment: true }) as Root;
  return {
    type: 'element',
    tagName: 'span',
    properties: { className: [className] },
    children: children as ElementContent[],
  };
}

/** Encodes the URLs of links as Markdown does, to compare them with those of other layouts. */
function withEncodedLinks(element: Element): Element {
  visit(element, 'element', ({ tagName, properties }) => {
    if (tagName === 'a') properties.href = hrefOf(String(properties.href));
  });
  return element;
}
