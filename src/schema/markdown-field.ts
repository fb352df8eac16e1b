import { targetOf } from '../source/nodes.ts';
import type { Markdown } from '../types.ts';
import { isVisible, isWords, textSchema, written } from './plain-text.ts';
import type { Shape } from './shape.ts';

/** A Markdown field. It is read as text here, and parsed when it is known where it is shown. */
export function markdownField({ inline: isInline }: { inline: boolean }): Shape<Markdown> {
  return {
    noun: 'a string',
    read(node, scope) {
      const text = written(node, scope);
      if (text === undefined || node.kind !== 'scalar') return;
      if (!isWords(text) && !isVisible(text)) {
        scope.report('text-empty', node, {});
        return;
      }
      const markdown: Markdown = { markdown: text };
      const target = targetOf(node);
      scope.fields.push({ markdown, isInline, node: target });
      scope.nodes.set(markdown, target);
      return markdown;
    },
    schema: () => textSchema(),
  };
}
