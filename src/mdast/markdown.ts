/** The Markdown parser of fields, loaded when a field first needs one. */
import type { Root } from 'mdast';
import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import { lazy } from '../lazy.ts';
import type { Dialect } from './prose.ts';

/** Where an aside of Starlight may start. */
const ASIDE = /^[ \t>]*:{3,}(?:note|tip|caution|danger)\b/m;

/**
 * Parses GitHub-flavoured Markdown with Starlight's asides, or MDX where the fields are that.
 *
 * @throws {VFileMessage} where MDX is not well-formed
 */
export function fromFieldMarkdown(markdown: string, { format, html }: Dialect): Root {
  const { fromMarkdown } = lazy(
    'mdast-util-from-markdown',
  ) as typeof import('mdast-util-from-markdown');
  const { gfm } = lazy('micromark-extension-gfm') as typeof import('micromark-extension-gfm');
  const { gfmFromMarkdown } = lazy('mdast-util-gfm') as typeof import('mdast-util-gfm');
  const extensions: Extension[] = [gfm()];
  const mdastExtensions: MdastExtension[] = [...gfmFromMarkdown()];
  if (ASIDE.test(markdown)) {
    const { directive } = lazy(
      'micromark-extension-directive',
    ) as typeof import('micromark-extension-directive');
    const { directiveFromMarkdown } = lazy(
      'mdast-util-directive',
    ) as typeof import('mdast-util-directive');
    // Asides are container directives; a colon in a line of text is a colon.
    const [container] = Object.values(directive().flow ?? {}).flat();
    extensions.push({ flow: { 58: container } } as Extension);
    mdastExtensions.push(directiveFromMarkdown());
  }
  if (html && format === 'mdx') {
    const { mdxjs } = lazy(
      'micromark-extension-mdxjs',
    ) as typeof import('micromark-extension-mdxjs');
    const { mdxFromMarkdown } = lazy('mdast-util-mdx') as typeof import('mdast-util-mdx');
    extensions.push(mdxjs());
    mdastExtensions.push(...mdxFromMarkdown());
  }
  return fromMarkdown(markdown, { extensions, mdastExtensions });
}
