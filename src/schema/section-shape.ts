import { slug } from 'github-slugger';
import { isScalar, type Node } from 'yaml';
import { rangeOf } from '../source/source.ts';
import { credit } from './credit-shape.ts';
import { valueUnder } from './map-entries.ts';
import { markdownField } from './markdown-field.ts';
import { isVisible, plain } from './plain-text.ts';
import { type Field, type InferFields, list, map, named, optional, type Shape } from './shape.ts';
import { style } from './style-shape.ts';

/** What a page and its sections have in common. */
export const contentFields = {
  intro: optional(markdownField({ inline: false }), 'Markdown before the credits.', {
    alias: ['text', 'introduction', 'body'],
  }),
  credits: optional(list('a list of credits', credit), 'The credits.', {
    alias: ['items', 'entries', 'credit'],
  }),
  outro: optional(markdownField({ inline: false }), 'Markdown at the end of the section.'),
  style: optional(style, 'How the credits look; subsections inherit it.'),
};

const sectionFields = {
  title: optional(plain(), 'The heading. Without a title, the section has none.', {
    alias: ['name', 'heading'],
  }),
  ...contentFields,
};

/** A part of a page. */
export interface Section extends InferFields<typeof sectionFields> {
  sections?: Section[];
}

export const sections: Field<Section[], false> = optional(
  list(
    'a list of sections',
    named('section', 'a section', () => section),
  ),
  'The subsections.',
  {
    alias: ['section', 'subsections', 'children', 'groups'],
  },
);

/** The level of the headings of a page's own sections. */
export const HIGHEST = 2;

/** The level of the deepest heading that HTML has. */
export const DEEPEST = 6;

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
    },
    snippet: { title: '$1', credits: [{ name: '$2' }] },
  },
);

const section: Shape<Section> = {
  ...sectionMap,
  read(node, scope) {
    const title = valueUnder(node, 'title', scope);
    if (title && scope.level === DEEPEST + 1) {
      scope.report('heading-depth', rangeOf(title), { depth: scope.level });
    }
    const text = title && isScalar(title) ? String(title.value) : '';
    if (isVisible(text) && !/[\w-]/.test(text) && slug(text) === '') {
      scope.report('heading-no-id', rangeOf(title as Node), { title: text });
    }
    return sectionMap.read(node, title ? { ...scope, level: scope.level + 1 } : scope);
  },
};
