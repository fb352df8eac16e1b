import { entryOfKey, type Node, valueOfKey } from '../source/nodes.ts';
import type { LintRule } from './lint-rule.ts';
import { peopleIn } from './people-in.ts';
import { samePeople } from './same-people.ts';

/** Finds ids of `people` that no credit refers to. */
export const personUnused: LintRule = function* (source) {
  const { page, locate, pathOf } = source;
  const list = locate(page, 'people');
  const { used } = peopleIn(source);
  const unused = Object.keys(page.people ?? {}).filter((id) => !used.has(id));
  if (unused.length === 0 || list?.kind !== 'map') return;
  const targets = targetsIn(locate(page));
  // `person-repeated` asks to write the id in place of these.
  const repeated = new Set(
    samePeople(source).flatMap(({ written: [first, ...others] }) =>
      first?.id !== undefined && others.some(({ id }) => id === undefined) ? first.id : [],
    ),
  );
  for (const id of unused) {
    const value = valueOfKey(list, id);
    const entry = entryOfKey(list, id);
    if (!value || !entry || hasTarget(value, targets)) continue;
    const path = pathOf(value);
    const isFixable = path && !repeated.has(id);
    yield {
      code: 'person-unused',
      range: { start: entry.start, end: entry.end },
      args: { id },
      ...(isFixable && { edits: [{ type: 'remove', path }] }),
    };
  }
};

/** Returns the nodes that aliases refer to. */
function targetsIn(node: Node | undefined, targets: Set<Node> = new Set()): Set<Node> {
  if (node?.target) targets.add(node.target);
  else if (node?.kind === 'list') for (const item of node.items) targetsIn(item, targets);
  else if (node?.kind === 'map') for (const { value } of node.entries) targetsIn(value, targets);
  return targets;
}

/** Whether aliases refer to a node, or to one in it. */
function hasTarget(node: Node, targets: ReadonlySet<Node>): boolean {
  if (targets.size === 0 || node.target) return false;
  if (targets.has(node)) return true;
  if (node.kind === 'list') return node.items.some((item) => hasTarget(item, targets));
  if (node.kind === 'scalar') return false;
  return node.entries.some(({ value }) => value && hasTarget(value, targets));
}
