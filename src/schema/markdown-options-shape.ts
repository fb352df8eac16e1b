import { defaultMarkdown } from '../model/markdown-defaults.ts';
import { valueOfKey } from '../source/nodes.ts';
import type { MarkdownOptions } from '../types.ts';
import { optional } from './field.ts';
import { boolean, number, oneOf } from './scalar-shapes.ts';
import { refine, type Shape } from './shape.ts';
import { map } from './shapes/map.ts';

export const markdownFields = {
  bullet: optional(oneOf(['-', '*', '+']), 'The marker of bulleted list items.', {
    default: defaultMarkdown.bullet,
  }),
  bulletOther: optional(oneOf(['-', '*', '+']), 'The marker of a bulleted list after another one.'),
  bulletOrdered: optional(oneOf(['.', ')']), 'The character after the numbers of ordered lists.'),
  closeAtx: optional(boolean, 'Whether headings end with as many # as they start with.'),
  emphasis: optional(oneOf(['_', '*']), 'The marker of emphasis.', {
    default: defaultMarkdown.emphasis,
  }),
  fence: optional(oneOf(['`', '~']), 'The marker of fenced code.'),
  fences: optional(boolean, 'Whether code blocks are always fenced.'),
  incrementListMarker: optional(boolean, 'Whether the numbers of an ordered list increase.'),
  listItemIndent: optional(
    oneOf({
      one: 'By the marker and one space.',
      tab: 'To a multiple of 4 columns.',
      mixed: '"tab" in loose lists only.',
    }),
    'How list items are indented.',
  ),
  quote: optional(oneOf(['"', "'"]), 'The quotation mark around the titles of links and images.'),
  resourceLink: optional(
    boolean,
    'Whether a link to its own text is written as [url](url), not as <url>.',
    { default: defaultMarkdown.resourceLink },
  ),
  rule: optional(oneOf(['-', '*', '_']), 'The marker of thematic breaks.', {
    default: defaultMarkdown.rule,
  }),
  ruleRepetition: optional(
    number({ min: 3, max: 1000, integer: true }),
    'The number of markers in a thematic break.',
  ),
  ruleSpaces: optional(boolean, 'Whether there are spaces between these markers.'),
  setext: optional(boolean, 'Whether headings of level 1 and 2 are underlined.'),
  strong: optional(oneOf(['*', '_']), 'The doubled marker of strong text.'),
  tightDefinitions: optional(boolean, 'Whether there are no blank lines between link definitions.'),
};

/** The options of remark-stringify that a source may set. */
export const markdownOptions: Shape<MarkdownOptions> = refine(
  map('a map of Markdown options', markdownFields),
  {
    read(node, scope, read) {
      const options = read(node, scope);
      const other = valueOfKey(node, 'bulletOther');
      if (other && options?.bulletOther === (options?.bullet ?? defaultMarkdown.bullet)) {
        scope.report('bad-value', other, {
          message: '"bulletOther" is the same as "bullet"',
          help: 'choose another marker, so that two lists in a row stay separate',
        });
      }
      return options;
    },
  },
);
