import type { Yaml } from 'mdast';
import type { Options } from 'mdast-util-to-markdown';

/** YAML front matter as mdast-util-frontmatter writes it, without its parser of descriptions. */
export const frontMatterToMarkdown: Options = {
  unsafe: [{ atBreak: true, character: '-', after: '-' }],
  handlers: { yaml: ({ value }: Yaml) => `---\n${value ? `${value}\n` : ''}---` },
};
