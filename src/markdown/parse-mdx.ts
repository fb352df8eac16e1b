import { mdxFromMarkdown } from 'mdast-util-mdx';
import { mdxjs } from 'micromark-extension-mdxjs';
import { type MarkdownParser, parseWith, type SyntaxExtension } from './parse-markdown.ts';

const MDX: SyntaxExtension = { syntax: mdxjs(), mdast: mdxFromMarkdown() };

/** Parses MDX. @throws {VFileMessage} if it is invalid */
export const parseMdx: MarkdownParser = (markdown) => parseWith(markdown, MDX);
