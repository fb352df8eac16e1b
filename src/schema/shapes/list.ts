import { isAbsent, type Node } from '../../source/nodes.ts';
import type { Shape } from '../shape.ts';
import { wrongType } from '../wrong-type.ts';

/**
 * @param help returns the help for a node that is not a list
 */
export function list<T>(noun: string, item: Shape<T>, help?: (node: Node) => string): Shape<T[]> {
  return {
    noun,
    read(node, scope) {
      if (node.kind !== 'list') return wrongType(node, noun, scope, help?.(node));
      const value: T[] = [];
      for (const itemNode of node.items) {
        const read = isAbsent(itemNode)
          ? wrongType(itemNode, item.noun, scope)
          : item.read(itemNode, scope);
        if (read !== undefined) value.push(read);
      }
      return value;
    },
    schema: (definitions) => ({ type: 'array', items: item.schema(definitions) }),
  };
}

/** One value or a list of values, read as a list. */
export function oneOrMany<T>(noun: string, item: Shape<T>): Shape<T[]> {
  const many = list(noun, item);
  return {
    noun,
    read(node, scope) {
      if (node.kind === 'list') return many.read(node, scope);
      const one = item.read(node, scope);
      return one && [one];
    },
    schema: (definitions) => ({ anyOf: [item.schema(definitions), many.schema(definitions)] }),
  };
}
