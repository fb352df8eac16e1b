import { defaultStyle, SIZE_RANGE } from '../model/style.ts';
import type { Style } from '../types.ts';
import { columns, labels } from './column-shapes.ts';
import { optional } from './field.ts';
import { boolean, number, oneOf } from './scalar-shapes.ts';
import { refine, type Shape } from './shape.ts';
import { map } from './shapes/map.ts';
import { plain, textOrEmpty } from './text-shape.ts';
import { translated } from './translated.ts';
import { wrongType } from './wrong-type.ts';

const layouts = ['list', 'names', 'table', 'cards', 'gallery'] as const;

const { layout, bold, separator, by, and, size, sort } = defaultStyle;

export const styleFields = {
  layout: optional(
    oneOf(layouts),
    'How the credits are laid out. In an .md page, "cards" is a list.',
    {
      default: layout,
    },
  ),
  bold: optional(boolean, 'Whether names are bold, in lists and tables.', { default: bold }),
  separator: optional(
    translated('textOrEmpty', plain({ empty: true, edges: true })),
    'The text between a credit and its description.',
    { default: separator },
  ),
  by: optional(textOrEmpty, 'The word before the people.', { default: by }),
  and: optional(
    textOrEmpty,
    'The word before the last of several people. If it is empty, a comma is in its place.',
    { default: and },
  ),
  size: optional(
    number({ ...SIZE_RANGE, integer: true }),
    'The width of the pictures of a gallery, in CSS pixels.',
    { default: size },
  ),
  columns: optional(
    columns,
    'The columns of a table, in order. The default is the name and each other column with content.',
  ),
  labels: optional(labels, 'The headings of the columns of a table, by column.'),
  sort: optional(
    oneOf(['none', 'name']),
    'The order of the credits: "name", or "none" for the order of the source.',
    { default: sort },
  ),
};

export const style: Shape<Style> = refine(map('a style', styleFields), {
  read(node, scope, read) {
    if (node.kind !== 'scalar' || !layouts.some((name) => name === node.value)) {
      return read(node, scope);
    }
    return wrongType(node, 'a style', scope, `write "{ layout: ${node.value} }"`);
  },
});
