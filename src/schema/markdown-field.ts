import { targetOf } from '../source/nodes.ts';
import type { Markdown } from '../types.ts';
import { helpForText } from './common-mistakes.ts';
import type { Shape } from './shape.ts';
import { reportSuspiciousScalar } from './suspicious-scalar.ts';
import { readVisibleText, textSchema } from './text-shape.ts';
import { wrongType } from './wrong-type.ts';

/** A Markdown field. It is read as a string here, and parsed when the formats of the page are known. */
export function markdownField({ inline: isInline }: { inline: boolean }): Shape<Markdown> {
  return {
    noun: 'a string',
    read(node, scope) {
      if (node.kind !== 'scalar') {
        return wrongType(node, 'a string', scope, helpForText(node, scope, { isBlock: !isInline }));
      }
      reportSuspiciousScalar(node, scope);
      const text = readVisibleText(node, scope);
      if (text === undefined) return;
      const markdown: Markdown = { markdown: text };
      const target = targetOf(node);
      scope.fields.push({ markdown, isInline, node: target });
      scope.nodes.set(markdown, target);
      return markdown;
    },
    schema: (definitions) => textSchema(definitions, { name: 'visibleString' }),
  };
}
