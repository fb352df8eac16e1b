import { findLanguage, isLanguageTag } from '../model/language-tag.ts';
import { wordsOf } from '../model/language-words/index.ts';
import type { MapNode, Node } from '../source/nodes.ts';
import type { Scope } from './scope.ts';
import { IGNORED } from './special-keys.ts';

/**
 * Whether a node is a map from language to value. If none of its keys is a language of the page, all of them
 * must be likely language tags.
 *
 * @param keys the keys of other maps that may be in its place
 */
export function isMapOfLanguages(
  node: Node,
  { languages }: Pick<Scope, 'languages'>,
  keys: readonly string[] = [],
): node is MapNode {
  if (node.kind !== 'map') return false;
  const names = node.entries.map(({ key }) => key).filter((key) => !key.startsWith(IGNORED));
  const isListed = (key: string) => findLanguage(languages, key) !== undefined;
  if (names.length === 0) return false;
  if (names.every(isListed)) return true;
  if (names.some((name) => keys.includes(name))) return false;
  if (names.some(isListed)) return true;
  const areLikely = names.every((name) => /^[a-z]{2}(?:-|$)/.test(name) && isLanguageTag(name));
  return areLikely && (languages.length > 0 || names.some((name) => wordsOf(name)));
}
