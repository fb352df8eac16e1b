import { isScalar } from 'yaml';
import { boolean, scalarValue } from './scalar.ts';
import { type Shape, wrongType } from './shape.ts';
import { plain } from './text.ts';

export const notice: Shape<true | string> = {
  noun: 'true or text',
  read(node, scope) {
    const target = scope.resolve(node);
    if (isScalar(target) && typeof scalarValue(target) === 'boolean') {
      return boolean.read(node, scope) || undefined;
    }
    return isScalar(target) ? plain().read(node, scope) : wrongType(node, 'true or text', scope);
  },
  schema: (definitions) => ({ anyOf: [{ const: true }, plain().schema(definitions)] }),
};
