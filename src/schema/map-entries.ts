/** How the YAML of a map is read, whatever the map is. */
import { isMap, isScalar, type Node, type Pair, type YAMLMap } from 'yaml';
import { rangeOf } from '../source/source.ts';
import type { Scope } from './scope.ts';

/** Whether a key has nothing after it. `""` and `null` are something. */
export function isAbsent(node: Node | null | undefined): boolean {
  return !node || (isScalar(node) && node.type === 'PLAIN' && node.source === '');
}

interface Entry {
  key: string;
  keyNode: Node;
  value: Node | undefined;
}

/** The entries of a map whose keys are text, with their values where they have one. */
export function entriesOf(target: YAMLMap, scope: Scope): Entry[] {
  const entries: Entry[] = [];
  // Most maps have few keys, and then there is no quicker way to know one again.
  const known = target.items.length > 16 ? new Map<string, Node>() : undefined;
  for (const { key, value } of target.items as Pair<Node, Node | null>[]) {
    const keyNode = scope.resolve(key);
    if (!isScalar(keyNode)) {
      scope.report('wrong-type', rangeOf(key), {
        expected: 'a string as the key',
        found: isMap(keyNode) ? 'a map' : 'a list',
      });
      continue;
    }
    const name = String(keyNode.value);
    const before = known ? known.get(name) : entries.find((entry) => entry.key === name)?.keyNode;
    if (before) {
      scope.report('duplicate-key', rangeOf(key), { key: name, line: scope.lineOf(before) });
      continue;
    }
    known?.set(name, key);
    entries.push({ key: name, keyNode: key, value: value ?? undefined });
  }
  return entries;
}

/** The value of a key of a map, where it has one. */
export function valueUnder(node: Node, name: string, scope: Scope): Node | undefined {
  const target = scope.resolve(node);
  if (!isMap(target)) return;
  const pair = (target.items as Pair<Node, Node | null>[]).find(({ key }) => {
    const keyNode = scope.resolve(key);
    return isScalar(keyNode) && String(keyNode.value) === name;
  });
  return pair?.value && !isAbsent(pair.value) ? pair.value : undefined;
}
