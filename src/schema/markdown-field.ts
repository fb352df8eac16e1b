/** Markdown fields. They are read here as text; `prose/parse.ts` knows what the text says. */
import type { Node } from 'yaml';
import { rangeOf } from '../source/source.ts';
import { isVisible, isWords, textSchema, written } from './plain-text.ts';
import type { Shape } from './shape.ts';

/** The Markdown of one field. */
export interface MarkdownField {
  /** GitHub-flavoured Markdown. */
  markdown: string;
  /** Whether it is a single paragraph, or may hold blocks. */
  inline: boolean;
  /** The scalar that it was written as. */
  node: Node;
}

export function markdownField({ inline }: { inline: boolean }): Shape<MarkdownField> {
  return {
    noun: 'a string',
    read(node, scope) {
      const text = written(node, scope);
      if (text === undefined) return;
      if (!isWords(text) && !isVisible(text)) {
        scope.report('text-empty', rangeOf(node), {});
        return;
      }
      const prose = { markdown: text, inline, node: scope.resolve(node) };
      scope.prose.push(prose);
      return prose;
    },
    schema: () => textSchema(),
  };
}
