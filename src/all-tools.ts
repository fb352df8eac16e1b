import { serializeFrontMatter } from './frontmatter/serialize-front-matter.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { parseMdx } from './markdown/parse-mdx.ts';
import { githubView } from './page/github-view.ts';
import type { Tools } from './pipeline.ts';
import { parseYaml } from './source/parse-yaml.ts';
import { directiveToMarkdown } from './stringify/directive-to-markdown.ts';
import { mdxToMarkdown } from './stringify/mdx-to-markdown.ts';
import { tableToMarkdown } from './stringify/table-to-markdown.ts';

const md = [directiveToMarkdown(), tableToMarkdown()];

/** All parsers and serializers, imported statically. */
export const allTools = {
  parseYaml,
  parsers: { md: parseMarkdown, mdx: parseMdx },
  serializeFrontMatter,
  serializers: { md, mdx: [...md, mdxToMarkdown()] },
  githubView,
} satisfies Tools & { parseYaml: typeof parseYaml };
