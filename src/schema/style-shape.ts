import { columns, defaultLabels, labels } from './column-shapes.ts';
import { plain } from './plain-text.ts';
import { boolean, oneOf } from './scalar-shapes.ts';
import { defaultsOf, type InferFields, map, optional } from './shape.ts';

const styleFields = {
  layout: optional(
    oneOf(['list', 'names', 'table', 'cards']),
    'How the credits are laid out; "cards" need an .mdx page.',
    { default: 'list' },
  ),
  bold: optional(boolean, 'Whether the name of a credit is strong.', { default: true }),
  separator: optional(
    plain({ empty: true, edges: true }),
    'The text between what is credited and its description.',
    { default: ' - ' },
  ),
  by: optional(plain({ empty: true }), 'The word before the people.', { default: 'by' }),
  and: optional(plain(), 'The word before the last of several people.', { default: 'and' }),
  columns: optional(
    columns,
    'The columns of a table, in order. The default is every column that has content.',
  ),
  labels: optional(labels, 'The headings of the columns of a table, by column.'),
  sort: optional(
    oneOf(['none', 'name']),
    'The order of the credits: "name", or "none" for the order of the source.',
    { default: 'none' },
  ),
};

/** How the credits of a section look; what is absent is inherited. */
export type Style = InferFields<typeof styleFields>;

/** A style with all that it inherits. */
export type WholeStyle = Required<Omit<Style, 'columns' | 'labels'>> &
  Pick<Style, 'columns'> & { labels: typeof defaultLabels };

export const style = map('a style', styleFields);

/** The style of a page that says nothing of it. */
export const defaultStyle: WholeStyle = { ...defaultsOf(styleFields), labels: defaultLabels };

/** What styles amount to, each of which inherits from those before it. */
export function wholeStyle(styles: readonly Style[]): WholeStyle {
  const labels = Object.assign({}, defaultLabels, ...styles.map((own) => own.labels));
  return Object.assign({}, defaultStyle, ...styles, { labels });
}
