/** Front matter by the serialiser of `yaml`. */
import { Document, Pair, Scalar, YAMLMap } from 'yaml';
import { addAsWritten, asWritten } from './preserved-yaml.ts';
import type { FrontMatter } from './starlight-front-matter.ts';

/** What front matter says. */
export interface FrontMatterContent {
  /** A comment in one line, above all else. */
  comment: string | undefined;
  title: string | undefined;
  description: string | undefined;
  further: FrontMatter | undefined;
}

/** The YAML of front matter, as short as it can be; empty if it says nothing. */
export function frontMatterYaml({
  comment,
  title,
  description,
  further,
}: FrontMatterContent): string {
  const map = new YAMLMap<unknown, unknown>();
  if (title !== undefined) map.add(pair('title', title));
  if (description !== undefined) map.add(pair('description', description));
  if (further) addAsWritten(map, further);
  if (map.items.length === 0) return '';
  if (comment !== undefined) map.commentBefore = ` ${comment}`;

  // A text needs quotes where YAML 1.2 or 1.1, which js-yaml reads in part, takes it for more.
  const document = new Document(null, {
    compat: 'yaml-1.1',
    customTags: (tags) => [asWritten, ...tags],
  });
  document.contents = map;
  return document.toString({ lineWidth: 0, nullStr: '' }).replace(/\n$/, '');
}

function pair(key: string, value: string): Pair {
  return new Pair(new Scalar(key), new Scalar(value));
}
