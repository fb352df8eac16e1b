import type { LinkOptions } from '../types.ts';
import { optional } from './field.ts';
import { refine, type Shape } from './shape.ts';
import { oneOrMany } from './shapes/list.ts';
import { map } from './shapes/map.ts';
import { plain } from './text-shape.ts';

/** The maximum length of a glob. Matching a longer one may take long. */
const MAX_LENGTH = 2000;

const glob = refine(plain({ markup: true }), {
  read(node, scope, read) {
    const text = read(node, scope);
    if (text === undefined || text.length <= MAX_LENGTH) return text;
    scope.report('bad-value', node, {
      message: `a URL glob can have at most ${MAX_LENGTH} characters`,
      help: 'write a shorter glob, or a list of several',
    });
    return;
  },
});

/** What is left out when links are checked. */
export const linkOptions: Shape<LinkOptions> = map('a map of link options', {
  exclude: optional(
    oneOrMany('a URL glob or a list of these', glob),
    'Globs of URLs that are not checked, such as "https://example.com/**".',
    { alias: ['ignore', 'skip', 'excluded', 'excludes'] },
  ),
});
