import type { Paragraph, Parents } from 'mdast';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import type { Handle, Info, State } from 'mdast-util-to-markdown';
import { htmlAttributes } from '../util/html-link.ts';

/** Writes the check box of a task before its paragraph. */
const { paragraph } = gfmTaskListItemToMarkdown().handlers as { paragraph: Handle };

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
  const text = paragraph(node, parent, state, info);
  const [first] = node.children;
  const isJsx =
    (first?.type === 'link' || first?.type === 'image') && htmlAttributes(first) !== undefined;
  return isJsx ? text.replace(/^(?:\[[x ]\] )?/, '$&{}') : text;
}
