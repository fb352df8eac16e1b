import type { Paragraph, Parents } from 'mdast';
import { defaultHandlers, type Info, type State } from 'mdast-util-to-markdown';
import { htmlAttributes } from '../util/html-link.ts';

/**
 * Writes a paragraph in MDX. If it starts with a link or image that has to be JSX, an empty expression
 * comes first. Otherwise, Prettier would format the whole paragraph as JSX, with other line breaks.
 */
export function mdxParagraph(
  node: Paragraph,
  parent: Parents | undefined,
  state: State,
  info: Info,
): string {
  const text = defaultHandlers.paragraph(node, parent, state, info);
  const [first] = node.children;
  const isJsx =
    (first?.type === 'link' || first?.type === 'image') && htmlAttributes(first) !== undefined;
  return isJsx ? `{}${text}` : text;
}
