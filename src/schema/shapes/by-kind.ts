import type { Shape } from '../shape.ts';
import { wrongType } from '../wrong-type.ts';

interface Kinds<S, M, L> {
  scalar?: Shape<S>;
  map?: Shape<M>;
  list?: Shape<L>;
}

/** A shape for each kind of node. */
export function byKind<S = never, M = never, L = never>(
  noun: string,
  kinds: Kinds<S, M, L>,
): Shape<S | M | L> {
  return {
    noun,
    read(node, scope) {
      const shape: Shape<S | M | L> | undefined = kinds[node.kind];
      return shape ? shape.read(node, scope) : wrongType(node, noun, scope);
    },
    schema: (definitions) => ({
      anyOf: Object.values(kinds).map((shape: Shape<unknown>) => shape.schema(definitions)),
    }),
  };
}
