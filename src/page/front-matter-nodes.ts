import type { RootContent } from 'mdast';
import { type FrontMatterContent, frontMatterYaml } from '../frontmatter/serialize-front-matter.ts';
import type { Display, Format } from '../schema/output-shape.ts';
import type { Page } from '../schema/page-shape.ts';
import { folded } from '../schema/plain-text.ts';

/** The front matter of a page, a notice first; nothing if there is nothing to say. */
export function frontMatterNodes(
  { title, description, frontmatter }: Page,
  display: Pick<Display, 'frontmatter' | 'title'>,
  notice: string | undefined,
): RootContent[] {
  if (!display.frontmatter) return [];
  const content = {
    // A line separator would begin another line of comment.
    comment: notice === undefined ? undefined : folded(notice.replace(/[\u2028\u2029]/g, ' ')),
    title: display.title === 'frontmatter' ? title : undefined,
    description,
    further: frontmatter,
  };
  const value = plainYaml(content) ?? frontMatterYaml(content);
  return value === '' ? [] : [{ type: 'yaml', value }];
}

/** Words that mean more than text to one version of YAML or another. */
const MEANING = /^(?:y|yes|n|no|true|false|on|off|null)$/i;

/** Texts that need no quotes whatever they say, unless they are such a word. */
const PLAIN = /^[A-Za-z](?:[\w ,.;'"()/-]*[\w.;)'"/-])?$/;

/** The same YAML for plain texts, without a serialiser; nothing where one is needed. */
function plainYaml({ comment, title, description, further }: FrontMatterContent) {
  const isPlain = (text = 'text') => PLAIN.test(text) && !MEANING.test(text);
  if (further || comment !== undefined || !isPlain(title) || !isPlain(description)) return;
  return [
    ...(title === undefined ? [] : [`title: ${title}`]),
    ...(description === undefined ? [] : [`description: ${description}`]),
  ].join('\n');
}

/** A comment in the body of a page. */
export function comment(text: string, format: Format): RootContent {
  return format === 'md'
    ? {
        type: 'html',
        value: `<!-- ${text.replace(/--+/g, (dashes) => [...dashes].join(' ')).replace(/-$/, '- ')} -->`,
      }
    : { type: 'mdxFlowExpression', value: `/* ${text.replaceAll('*/', '* /')} */` };
}
