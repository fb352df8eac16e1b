import type { JsonSchema } from './shape.ts';

/** Returns a schema that applies `then` to the values that a condition accepts, and `otherwise` to all others. */
export function ifThen(
  condition: JsonSchema,
  then: JsonSchema,
  otherwise?: JsonSchema,
): JsonSchema {
  return { if: condition, then, ...(otherwise && { else: otherwise }) };
}
