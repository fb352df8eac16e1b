import { isScalar } from 'yaml';
import { boolean } from './scalar.ts';
import type { Shape } from './shape.ts';
import { plain } from './text.ts';

export const notice: Shape<true | string> = {
  noun: 'true or text',
  read(node, scope) {
    const target = scope.resolve(node);
    if (isScalar(target) && target.type === 'PLAIN' && !plainText(target.source)) {
      return boolean.read(node, scope) || undefined;
    }
    return plain().read(node, scope);
  },
  schema: (definitions) => ({ anyOf: [{ type: 'boolean' }, plain().schema(definitions)] }),
};

function plainText(source: string | undefined): boolean {
  return !/^(?:true|True|TRUE|false|False|FALSE)$/.test(source ?? '');
}
