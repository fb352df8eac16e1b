import { refine, type Shape } from './shape.ts';
import { plain, textSchema } from './text-shape.ts';

/** ASCII punctuation except `-`, `.` and `_`. Some of it could end a comment or a marker. */
const FORBIDDEN = '[!-,/:-@[-^`{-~]';

/** The name of a region, which is part of a comment in Markdown or MDX. */
export const regionName: Shape<string> = refine(plain(), {
  noun: 'the name of a region',
  read(node, scope, read) {
    const name = read(node, scope);
    if (name === undefined || !new RegExp(`${FORBIDDEN}|\\s`).test(name)) return name;
    scope.report('bad-value', node, {
      message: `"${name}" is not a valid region name`,
      help: 'use only letters, digits, "-", "." and "_"',
    });
    return;
  },
  schema: (_, definitions) =>
    textSchema(definitions, {
      name: 'regionString',
      never: `[\\s\\S]*(?:${FORBIDDEN}|\\S\\s+\\S)`,
      message: 'A name of letters, digits, "-", "." and "_".',
    }),
});
