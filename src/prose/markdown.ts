/** The Markdown parser of fields, loaded when a field first needs one. */
import type { Root } from 'mdast';
import type { Extension as MdastExtension } from 'mdast-util-from-markdown';
import type { Extension } from 'micromark-util-types';
import * as lazy from '../lazy.ts';
import type { Format } from '../model/output.ts';

/** What Markdown means on a page. */
export interface Dialect {
  format: Format;
  /** Whether raw HTML, and in `.mdx` JSX, expressions and ESM, are meant as such. */
  html: boolean;
}

/** Where an aside of Starlight may start. */
const ASIDE = /^[ \t>]*:{3,}(?:note|tip|caution|danger)\b/m;

/**
 * Parses GitHub-flavoured Markdown with Starlight's asides, or MDX where the fields are that.
 *
 * @throws {VFileMessage} where MDX is not well-formed
 */
export function fromFieldMarkdown(markdown: string, { format, html }: Dialect): Root {
  const extensions: Extension[] = [lazy.gfm().gfm()];
  const mdastExtensions: MdastExtension[] = [...lazy.mdastGfm().gfmFromMarkdown()];
  if (ASIDE.test(markdown)) {
    extensions.push(containerDirective());
    mdastExtensions.push(lazy.mdastDirective().directiveFromMarkdown());
  }
  if (html && format === 'mdx') {
    extensions.push(lazy.mdxjs().mdxjs());
    mdastExtensions.push(...lazy.mdastMdx().mdxFromMarkdown());
  }
  return lazy.fromMarkdown().fromMarkdown(markdown, { extensions, mdastExtensions });
}

/** The syntax of asides alone: a colon in a line of text is a colon. */
function containerDirective(): Extension {
  const flow = Object.entries(lazy.directive().directive().flow ?? {});
  return {
    flow: Object.fromEntries(
      flow.map(([code, constructs]) => [
        code,
        [constructs ?? []].flat().filter(({ concrete }) => concrete),
      ]),
    ),
  };
}
