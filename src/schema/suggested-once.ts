import type { JsonSchema } from './shape.ts';

/** Returns a schema of a list for which editors suggest an item, unless the list has it. */
export function suggestedOnce(item: string): JsonSchema {
  return {
    if: { contains: { type: 'string', pattern: `^${item}$` } },
    else: { items: { examples: [item] } },
  };
}
