import { isMap, isScalar, type Node } from 'yaml';
import { type Person, parsePerson, person } from './person-shape.ts';
import { record, type Shape } from './shape.ts';

const byId = record('a map of people, by id', person);

/** People who are named more than once, by id. */
export const peopleById: Shape<ReadonlyMap<string, Person>> = {
  ...byId,
  /** A text may be an id of another person; one that leads back to itself is a name. */
  read(node, scope) {
    const target = scope.resolve(node);
    const texts = new Map<string, string>();
    if (isMap(target)) {
      for (const { key, value } of target.items as { key: Node; value: Node | null }[]) {
        const text = value && scope.resolve(value);
        if (isScalar(key) && isScalar(text)) texts.set(String(key.value), String(text.value));
      }
    }
    const read = byId.read(node, scope);
    for (const id of read?.keys() ?? []) {
      const passed = new Set([id]);
      let text = texts.get(id);
      while (text !== undefined && texts.has(text) && !passed.has(text)) {
        passed.add(text);
        text = texts.get(text);
      }
      if (text !== undefined) read?.set(id, read.get(text) ?? parsePerson(text));
    }
    return read;
  },
};
