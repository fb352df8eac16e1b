/** mdast → Markdown or MDX. */
import type { Root } from 'mdast';
import { directiveToMarkdown } from 'mdast-util-directive';
import { frontmatterToMarkdown } from 'mdast-util-frontmatter';
import { gfmToMarkdown } from 'mdast-util-gfm';
import type { Options as Extension } from 'mdast-util-to-markdown';
import remarkStringify, { type Options } from 'remark-stringify';
import { unified } from 'unified';
import { lazy } from '../lazy.ts';
import { defaultMarkdown } from '../model/markdown-options.ts';
import type { Format } from '../model/output.ts';
import { image, link } from './link.ts';

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
  return unified()
    .data('toMarkdownExtensions', [...extensions, ...extensionsOf(format)])
    .use(remarkStringify, {
      ...defaultMarkdown,
      ...settings,
      ...(format === 'mdx' && MDX),
      handlers: { link, image, ...settings.handlers },
    })
    .stringify(tree);
}

function extensionsOf(format: Format): Extension[] {
  const extensions = [frontmatterToMarkdown('yaml'), gfmToMarkdown(), directiveToMarkdown()];
  if (format === 'md') return extensions;
  const { mdxToMarkdown } = lazy('mdast-util-mdx') as typeof import('mdast-util-mdx');
  return [...extensions, mdxToMarkdown()];
}
