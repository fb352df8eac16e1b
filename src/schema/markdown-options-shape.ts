import { valueOfKey } from '../source/nodes.ts';
import type { MarkdownOptions } from '../types.ts';
import { boolean, number, oneOf } from './scalar-shapes.ts';
import { defaultsOf, map, optional, refine, type Shape } from './shape.ts';

export const markdownFields = {
  bullet: optional(oneOf(['-', '*', '+']), 'The marker of list items.', { default: '-' }),
  bulletOther: optional(oneOf(['-', '*', '+']), 'The marker of a list right after another.'),
  bulletOrdered: optional(oneOf(['.', ')']), 'What follows the number of an ordered item.'),
  closeAtx: optional(boolean, 'Whether headings also end with number signs.'),
  emphasis: optional(oneOf(['_', '*']), 'The marker of emphasis.', { default: '_' }),
  fence: optional(oneOf(['`', '~']), 'The marker of fenced code.'),
  fences: optional(boolean, 'Whether code is fenced, never indented.'),
  incrementListMarker: optional(boolean, 'Whether ordered items count up.'),
  listItemIndent: optional(oneOf(['one', 'tab', 'mixed']), 'How list items are indented.'),
  quote: optional(oneOf(['"', "'"]), 'The quotes around titles of links.'),
  resourceLink: optional(boolean, 'Whether autolinks are written as links with a label.', {
    default: true,
  }),
  rule: optional(oneOf(['-', '*', '_']), 'The marker of thematic breaks.', { default: '-' }),
  ruleRepetition: optional(number({ min: 3, integer: true }), 'How many markers a break has.'),
  ruleSpaces: optional(boolean, 'Whether there are spaces between the markers of a break.'),
  setext: optional(boolean, 'Whether headings of level 1 and 2 are underlined.'),
  strong: optional(oneOf(['*', '_']), 'The marker of strong text.'),
  tightDefinitions: optional(boolean, 'Whether there are no blank lines between definitions.'),
};

const { bullet, emphasis, resourceLink, rule } = defaultsOf(markdownFields);

/** The options of a page whose source sets none. */
export const defaultMarkdown = { bullet, emphasis, resourceLink, rule };

/** The options of remark-stringify that a source may set. */
export const markdownOptions: Shape<MarkdownOptions> = refine(
  map('a map of Markdown options', markdownFields),
  {
    read(node, scope, read) {
      const options = read(node, scope);
      const other = valueOfKey(node, 'bulletOther');
      if (other && options?.bulletOther === (options?.bullet ?? markdownFields.bullet.default)) {
        scope.report('bad-value', other, {
          message: '"bulletOther" is the same as "bullet"',
          help: 'choose another marker, so that two lists in a row stay separate',
        });
      }
      return options;
    },
  },
);
