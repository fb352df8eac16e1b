import { serializeFrontMatter } from './frontmatter/serialize-front-matter.ts';
import { parseMarkdown } from './markdown/parse-markdown.ts';
import { parseMdx } from './markdown/parse-mdx.ts';
import { parseYaml } from './source/parse-yaml.ts';

/** All parsers and serializers, imported at once. */
export const syncLanguages = { parseYaml, parseMarkdown, parseMdx, serializeFrontMatter };
