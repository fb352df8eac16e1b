import { scalarValue } from '../source/js-yaml-scalar.ts';
import { boolean } from './scalar-shapes.ts';
import type { Shape } from './shape.ts';
import { plain } from './text-shape.ts';
import { translated } from './translated.ts';
import { wrongType } from './wrong-type.ts';

const trueOrText: Shape<true | string> = {
  noun: 'true or a string',
  read(node, scope) {
    if (node.kind !== 'scalar') return wrongType(node, 'true or a string', scope);
    return typeof scalarValue(node) === 'boolean'
      ? boolean.read(node, scope) || undefined
      : plain({ markup: true }).read(node, scope);
  },
  schema: (definitions) => ({ anyOf: [{ const: true }, plain().schema(definitions)] }),
};

/** The notice of a page: `true` for the standard text, or a string. */
export const notice = translated('notice', trueOrText);
