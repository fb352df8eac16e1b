import type { Style } from '../types.ts';
import { columns, defaultLabels, labels } from './column-shapes.ts';
import { boolean, oneOf } from './scalar-shapes.ts';
import { defaultsOf, map, optional, type Shape } from './shape.ts';
import { plain } from './text-shape.ts';

export const styleFields = {
  layout: optional(
    oneOf(['list', 'names', 'table', 'cards']),
    'How the credits are laid out. "cards" needs an .mdx page.',
    { default: 'list' },
  ),
  bold: optional(boolean, 'Whether names are bold, in lists and tables.', { default: true }),
  separator: optional(
    plain({ empty: true, edges: true }),
    'The text between a credit and its description.',
    { default: ' - ' },
  ),
  by: optional(plain({ empty: true }), 'The word before the people.', { default: 'by' }),
  and: optional(plain(), 'The word before the last of several people.', { default: 'and' }),
  columns: optional(
    columns,
    'The columns of a table, in order. The default is the name and each other column with content.',
  ),
  labels: optional(labels, 'The headings of the columns of a table, by column.'),
  sort: optional(
    oneOf(['none', 'name']),
    'The order of the credits: "name", or "none" for the order of the source.',
    { default: 'none' },
  ),
};

export const style: Shape<Style> = map('a style', styleFields);

/** A style with all inherited values and defaults. */
export type ResolvedStyle = Required<Omit<Style, 'columns' | 'labels'>> &
  Pick<Style, 'columns'> & { labels: typeof defaultLabels };

/** The style of a page that does not set any. */
export const defaultStyle: ResolvedStyle = { ...defaultsOf(styleFields), labels: defaultLabels };

/** Merges styles, each of which inherits from those before it. */
export function resolveStyle(styles: readonly Style[]): ResolvedStyle {
  const labels = Object.assign({}, defaultLabels, ...styles.map((own) => own.labels));
  return Object.assign({}, defaultStyle, ...styles, { labels });
}
