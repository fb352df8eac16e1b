import { Document, Pair, Scalar, YAMLMap } from 'yaml';
import type { Source } from '../source/source.ts';
import type { FrontMatterContent } from './front-matter-content.ts';
import { addPreserved, preservedTag } from './preserved-yaml.ts';

/** Returns front matter as YAML with as few quotes as possible, or an empty string. */
export function serializeFrontMatter({
  comment,
  title,
  description,
  source,
  maps,
}: FrontMatterContent): string {
  const map = new YAMLMap<unknown, unknown>();
  if (title !== undefined) map.add(pair('title', title));
  if (description !== undefined) map.add(pair('description', description));
  for (const each of source ? maps : []) addPreserved(map, source as Source, each);
  if (map.items.length === 0) return '';
  if (comment !== undefined) map.commentBefore = ` ${comment}`;

  // A string needs quotes if it would be of another type in YAML 1.2 or 1.1.
  const document = new Document(null, {
    compat: 'yaml-1.1',
    customTags: (tags) => [preservedTag, ...tags],
  });
  document.contents = map;
  return document.toString({ lineWidth: 0, nullStr: '' }).replace(/\n$/, '');
}

function pair(key: string, value: string): Pair {
  return new Pair(new Scalar(key), new Scalar(value));
}
