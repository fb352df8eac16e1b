import { rangeOf } from '../source/source.ts';
import { plain, textSchema } from './plain-text.ts';
import type { Shape } from './shape.ts';

/** What a comment or a marker could end at: ASCII punctuation but for `-`, `.` and `_`. */
const UNFIT = '[!-,/:-@[-^`{-~]';

const text = plain();

/** The name of a region, which stands in a comment of either language. */
export const regionName: Shape<string> = {
  ...text,
  noun: 'the name of a region',
  read(node, scope) {
    const name = text.read(node, scope);
    if (name === undefined || !new RegExp(`${UNFIT}|\\s`).test(name)) return name;
    scope.report('bad-value', rangeOf(node), {
      message: `"${name}" is not a valid region name`,
      help: 'use only letters, digits, "-", "." and "_"',
    });
    return;
  },
  schema: () =>
    textSchema({
      never: `[\\s\\S]*(?:${UNFIT}|\\S\\s+\\S)`,
      message: 'A name of letters, digits, "-", "." and "_".',
    }),
};
