import type { JsonSchema } from './shape.ts';

/** Returns a schema that applies one of two schemas to a value, which depends on whether another one accepts it. */
export function ifThen(
  condition: JsonSchema,
  then: JsonSchema,
  otherwise?: JsonSchema,
): JsonSchema {
  return { if: condition, then, ...(otherwise && { else: otherwise }) };
}
