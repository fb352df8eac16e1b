import { slug } from 'github-slugger';
import { LAST_LEVEL } from '../model/section-levels.ts';
import { valueOfKey } from '../source/nodes.ts';
import { isVisible } from '../text/visible-text.ts';
import type { Section } from '../types.ts';
import { credit } from './credit-shape.ts';
import { type Field, optional } from './field.ts';
import { markdownField } from './markdown-field.ts';
import { named, refine, type Shape } from './shape.ts';
import { list } from './shapes/list.ts';
import { map } from './shapes/map.ts';
import { style } from './style-shape.ts';
import { plain } from './text-shape.ts';

/** The fields that pages and sections have in common. */
export const contentFields = {
  intro: optional(markdownField({ inline: false }), 'Markdown before the credits.', {
    alias: ['text', 'introduction', 'body'],
  }),
  credits: optional(list('a list of credits', credit), 'The credits.', {
    alias: ['items', 'entries', 'credit'],
  }),
  outro: optional(markdownField({ inline: false }), 'Markdown after everything else.'),
  style: optional(style, 'How the credits look; subsections inherit it.'),
};

export const sectionFields = {
  title: optional(plain(), 'The heading. A section without a title has no heading.', {
    alias: ['name', 'heading'],
  }),
  ...contentFields,
};

export const sections: Field<Section[], false> = optional(
  list(
    'a list of sections',
    named('section', 'a section', () => section),
  ),
  'The subsections.',
  { alias: ['section', 'subsections', 'children', 'groups'] },
);

const sectionMap: Shape<Section> = map(
  'a section',
  { ...sectionFields, sections },
  {
    misplaced: {
      description: 'page-key',
      frontmatter: 'page-key',
      output: 'page-key',
      notice: 'page-key',
      html: 'page-key',
      people: 'page-key',
      markdown: 'page-key',
      rules: 'page-key',
    },
    snippet: { title: '$1', credits: [{ name: '$2' }] },
  },
);

const section: Shape<Section> = refine(sectionMap, {
  read(node, scope, read) {
    const title = valueOfKey(node, 'title');
    if (title && scope.level === LAST_LEVEL + 1) {
      scope.report('heading-depth', title, { depth: scope.level });
    }
    const text = title?.kind === 'scalar' ? title.value : '';
    if (title && isVisible(text) && !/[\w-]/.test(text) && slug(text) === '') {
      scope.report('heading-no-id', title, { title: text });
    }
    return read(node, title ? { ...scope, level: scope.level + 1 } : scope);
  },
});
