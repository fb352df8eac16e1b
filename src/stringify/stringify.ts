/** mdast → Markdown or MDX. */
import type { Root } from 'mdast';
import { gfmFootnoteToMarkdown } from 'mdast-util-gfm-footnote';
import { gfmStrikethroughToMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTaskListItemToMarkdown } from 'mdast-util-gfm-task-list-item';
import { defaultHandlers, type Options as Extension, type Handle } from 'mdast-util-to-markdown';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { defaultMarkdown } from '../schema/markdown-options-shape.ts';
import type { Format } from '../types.ts';
import { aside, directive } from './directive.ts';
import * as markers from './handlers.ts';
import { jsxToMarkdown } from './jsx.ts';
import { image, link } from './link.ts';
import { heading, paragraph, quickenLists, text } from './list-item-fast-path.ts';
import { tableToMarkdown } from './table-to-markdown.ts';
import { adjustUnsafe } from './unsafe.ts';
import { frontMatterToMarkdown } from './yaml-to-markdown.ts';

/** MDX has neither autolinks nor indented code. */
const MDX: Options = { resourceLink: true, fences: true };

/**
 * The text of a page.
 *
 * @param settings remark-stringify's options
 * @param extensions what else remark-stringify should know, from other plugins
 */
export function stringify(
  tree: Root,
  format: Format,
  settings: Options = {},
  extensions: Extension[] = [],
): string {
  // Others may have their own ideas of what text is, and what a list.
  const isQuick = extensions.length === 0 && !settings.handlers && !settings.join;
  const root: Handle = (node, parent, state, info) => {
    adjustUnsafe(state, format);
    if (isQuick) quickenLists(state);
    return defaultHandlers.root(node, parent, state, info);
  };
  const options = { ...defaultMarkdown, ...settings, ...(format === 'mdx' && MDX) };
  const quick = isQuick ? { heading, paragraph, text } : {};
  const handlers = { root, link, image, containerDirective, ...markers, ...quick };
  return unified()
    .data('toMarkdownExtensions', [...extensions, ...extensionsOf(format)])
    .use(remarkStringify, { ...options, handlers: { ...handlers, ...settings.handlers } })
    .stringify(tree);
}

const containerDirective: Handle = (...args) => aside(...args);

const textDirective: Handle = Object.assign(
  (...args: Parameters<Handle>) => directive(args[0], args[1], args[2], args[3]),
  { peek: () => ':' },
);

/** GFM but for literal autolinks, and directives; what of these to escape `unsafe.ts` knows. */
function extensionsOf(format: Format): Extension[] {
  const extensions = [
    frontMatterToMarkdown,
    gfmFootnoteToMarkdown(),
    gfmStrikethroughToMarkdown(),
    tableToMarkdown,
    gfmTaskListItemToMarkdown(),
    { handlers: { leafDirective: directive, textDirective } },
  ];
  if (format === 'md') return extensions;
  return [...extensions, jsxToMarkdown()];
}
