import type { Root } from 'mdast';
import { directiveFromMarkdown } from 'mdast-util-directive';
import { mdxFromMarkdown } from 'mdast-util-mdx';
import { directive } from 'micromark-extension-directive';
import { mdxjs } from 'micromark-extension-mdxjs';
import type { ParsingBudget } from '../markdown/markdown-limits.ts';
import { PageError } from '../markdown/markdown-page.ts';
import { parseByHeading } from '../markdown/parse-by-heading.ts';
import { parseWith, type SyntaxExtension } from '../markdown/parse-markdown.ts';
import type { Format } from '../types.ts';

const DIRECTIVES: SyntaxExtension = { syntax: directive(), mdast: [directiveFromMarkdown()] };

const MDX: SyntaxExtension = { syntax: mdxjs(), mdast: mdxFromMarkdown() };

/** Whether the body of a page may contain directives. */
export function mayHaveDirectives(body: string): boolean {
  return /:[:\p{L}]/u.test(body);
}

/**
 * Parses the body of a page with all directives, as Starlight does.
 *
 * @throws {VFileMessage} if MDX is invalid
 * @throws {PageError} if that would exceed the budget
 */
export function parseWithDirectives(body: string, format: Format, budget?: ParsingBudget): Root {
  const directives = mayHaveDirectives(body) ? [DIRECTIVES] : [];
  const extensions = format === 'md' ? directives : [MDX, ...directives];
  return parseByHeading(body, (markdown) => {
    const excess = budget?.add(markdown, format);
    if (excess !== undefined) throw new PageError('markdown-too-long', excess, 0);
    return parseWith(markdown, ...extensions);
  });
}
