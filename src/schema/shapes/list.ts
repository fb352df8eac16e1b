import { isAbsent, type Node } from '../../source/nodes.ts';
import type { Scope } from '../scope.ts';
import type { JsonSchema, Shape } from '../shape.ts';
import { unsuggested } from '../unsuggested.ts';
import { wrongType } from '../wrong-type.ts';

/**
 * @param help returns the help for a node that is not a list
 */
export function list<T>(
  noun: string,
  item: Shape<T>,
  help?: (node: Node) => string | undefined,
): Shape<T[]> {
  return {
    noun,
    read(node, scope) {
      if (node.kind !== 'list') return wrongType(node, noun, scope, help?.(node));
      const value: T[] = [];
      for (const itemNode of node.items) {
        const isValue = !isAbsent(itemNode) && itemNode.kind !== 'list';
        const read = isValue
          ? item.read(itemNode, scope)
          : wrongType(itemNode, item.noun, scope, helpForItem(itemNode, item.noun, scope));
        if (read !== undefined) value.push(read);
      }
      return value;
    },
    schema: (definitions) => ({ type: 'array', items: itemSchema(item.schema(definitions)) }),
  };
}

/** Returns the schema of items. Editors would insert a dash before maps, also in brackets. */
function itemSchema(schema: JsonSchema): JsonSchema {
  return schema.type === 'string' ? schema : unsuggested(schema);
}

/** Returns the help for a list in a list, as items are never lists. */
function helpForItem(node: Node, noun: string, { text }: Scope): string | undefined {
  if (node.kind !== 'list') return;
  if (text[node.start] === '[') return 'remove the inner brackets';
  const help = 'write a single dash before each item';
  return noun.startsWith('a credit')
    ? `${help}; for nested credits, write "credits:" in a credit`
    : help;
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
