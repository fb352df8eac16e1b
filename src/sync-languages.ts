import { serializeFrontMatter } from './frontmatter/serialize-front-matter.ts';
import type { Languages } from './languages.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { parseMdx } from './markdown/parse-mdx.ts';
import { parseYaml } from './source/parse-yaml.ts';
import { directiveToMarkdown } from './stringify/directive-to-markdown.ts';
import { mdxToMarkdown } from './stringify/mdx-to-markdown.ts';
import { tableToMarkdown } from './stringify/table-to-markdown.ts';

const md: Languages['serializers']['md'] = [directiveToMarkdown(), tableToMarkdown()];
const serializers = { md, mdx: [...md, mdxToMarkdown()] };

/** All parsers and serializers, imported statically. */
export const syncLanguages = {
  parseYaml,
  parseMarkdown,
  parseMdx,
  serializeFrontMatter,
  serializers,
};
