import type { RootContent } from 'mdast';
import { Document, Pair, Scalar, YAMLMap } from 'yaml';
import type { Format, View } from '../model/output.ts';
import type { Page } from '../model/page.ts';
import { addAsWritten, asWritten } from './as-written.ts';

/** The front matter of a page, a notice first; nothing if there is nothing to say. */
export function frontMatterNodes(
  { title, description, frontmatter }: Page,
  view: Pick<View, 'frontmatter' | 'title'>,
  notice: string | undefined,
): RootContent[] {
  if (!view.frontmatter) return [];
  const map = new YAMLMap<unknown, unknown>();
  if (title !== undefined && view.title === 'frontmatter') map.add(pair('title', title));
  if (description !== undefined) map.add(pair('description', description));
  if (frontmatter) addAsWritten(map, frontmatter);
  if (map.items.length === 0) return [];
  // A line separator would begin another line of comment.
  if (notice !== undefined) map.commentBefore = ` ${notice.replace(/[\u2028\u2029]/g, ' ')}`;

  // A text needs quotes where YAML 1.2 or 1.1, which js-yaml reads in part, takes it for more.
  const document = new Document(null, {
    compat: 'yaml-1.1',
    customTags: (tags) => [asWritten, ...tags],
  });
  document.contents = map;
  const yaml = document.toString({ lineWidth: 0, nullStr: '' });
  return [{ type: 'yaml', value: yaml.replace(/\n$/, '') }];
}

function pair(key: string, value: string): Pair {
  return new Pair(new Scalar(key), new Scalar(value));
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
