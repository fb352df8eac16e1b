import { boolean, oneOf } from './scalar.ts';
import { defaultsOf, type InferFields, map, optional } from './shape.ts';
import { plain } from './text.ts';

const styleFields = {
  layout: optional(oneOf(['list']), 'How the credits are laid out.', { default: 'list' }),
  bold: optional(boolean, 'Whether the name of a credit is strong.', { default: true }),
  separator: optional(
    plain({ empty: true, edges: true }),
    'Stands between what is credited and its description.',
    { default: ' - ' },
  ),
  by: optional(plain({ empty: true }), 'The word before the people.', { default: 'by' }),
  and: optional(plain(), 'The word before the last of several people.', { default: 'and' }),
};

/** How the credits of a section look; what is absent is inherited. */
export type Style = InferFields<typeof styleFields>;

export const style = map('a style', styleFields);

/** The style of a page that says nothing of it. */
export const defaultStyle = defaultsOf(styleFields);
