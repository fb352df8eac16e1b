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

/** The layouts, each with a description and an example for editors. */
const descriptions = {
  list: 'One line each: "- **[name](url)** by person - description".',
  names: 'The names in one paragraph: "[name](url), [name](url)".',
  table: 'A row each: "| name | person | license |". The key "columns" selects the columns.',
  cards: 'A card of Starlight each: "<LinkCard title=name href=url />". In an .md page, a list.',
  gallery: 'A picture each: "![alt](image) name". The key "size" sets the width.',
};
const layouts = Object.keys(descriptions) as (keyof typeof descriptions)[];

const { layout, bold, size, sort } = defaultStyle;

export const styleFields = {
  layout: optional(oneOf(descriptions), 'How the credits are laid out, such as "table".', {
    default: layout,
  }),
  bold: optional(boolean, 'Whether names are bold, in lists and tables: true or false.', {
    default: bold,
  }),
  separator: optional(
    translated('textOrEmpty', plain({ empty: true, edges: true })),
    // As a "default", editors would insert it without quotes.
    'The text between a credit and its description, such as ": ". The default is " - ".',
  ),
  by: optional(textOrEmpty, 'The word before the people, such as "from".'),
  and: optional(
    textOrEmpty,
    'The word before the last of several people, such as "&". If empty, a comma is used.',
  ),
  size: optional(
    number({ ...SIZE_RANGE, integer: true }),
    'The width of the pictures of a gallery, in pixels, such as 48.',
    { default: size },
  ),
  columns: optional(
    columns,
    'The columns of a table, in order, such as [name, by]. The default is the name and all others with content.',
  ),
  labels: optional(labels, 'The headings of a table, by column, such as { by: Who }.'),
  sort: optional(
    oneOf({ none: 'As in the source.', name: 'By name.' }),
    'The order of the credits, such as "name".',
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
