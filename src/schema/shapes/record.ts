import { isAbsent } from '../../source/nodes.ts';
import type { Shape } from '../shape.ts';
import { reportMergeKey } from '../special-keys.ts';
import { reportAbsent, wrongType } from '../wrong-type.ts';

interface RecordOptions {
  /** Whether a key without a value is valid. */
  nullable?: boolean;
  /** The help for a node that is not a map. */
  help?: string;
}

/** A map with any keys. */
export function record<T>(
  noun: string,
  item: Shape<T>,
  { nullable = false, help }: RecordOptions = {},
): Shape<Map<string, T>> {
  return {
    noun,
    read(node, scope) {
      if (node.kind !== 'map') return wrongType(node, noun, scope, help);
      const value = new Map<string, T>();
      for (const entry of node.entries) {
        if (reportMergeKey(entry, scope)) continue;
        const read =
          entry.value && (nullable || !isAbsent(entry.value))
            ? item.read(entry.value, scope)
            : reportAbsent(entry, item.noun, scope);
        if (read !== undefined) value.set(entry.key, read);
      }
      return value;
    },
    schema: (definitions) => ({
      type: 'object',
      additionalProperties: item.schema(definitions),
    }),
  };
}
