import { Document, Pair, Scalar, YAMLMap } from 'yaml';
import type { Source } from '../source/source.ts';
import { addPreserved, preservedTag } from './preserved-yaml.ts';

export interface FrontMatterContent {
  /** The text of a comment before everything else, on one line. */
  comment: string | undefined;
  title: string | undefined;
  description: string | undefined;
  /** The source of the page, if it has further front matter. */
  source: Source | undefined;
}

/** Returns front matter as YAML with as few quotes as possible, or an empty string. */
export function serializeFrontMatter({
  comment,
  title,
  description,
  source,
}: FrontMatterContent): string {
  const map = new YAMLMap<unknown, unknown>();
  if (title !== undefined) map.add(pair('title', title));
  if (description !== undefined) map.add(pair('description', description));
  if (source) addPreserved(map, source);
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
