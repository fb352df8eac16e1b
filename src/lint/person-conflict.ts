import type { LintRule } from './lint-rule.ts';
import { samePeople } from './same-people.ts';

/** Finds handles with two names, and names with two handles. */
export const personConflict: LintRule = function* (source) {
  for (const { written, conflict } of samePeople(source)) {
    const [first] = written;
    if (!first || !conflict) continue;
    const [a, b] = [first.person, conflict.person];
    const isHandle = a.name !== b.name;
    const args = {
      person: isHandle ? `@${a.handle}` : (a.name as string),
      here: isHandle ? (a.name as string) : `@${a.handle}`,
      there: isHandle ? (b.name as string) : `@${b.handle}`,
      line: source.lineOf(conflict.node),
    };
    yield { code: 'person-conflict', range: first.node, args };
  }
};
