import type { Shape } from './shape.ts';
import { readVisibleText } from './text-shape.ts';
import { wrongType } from './wrong-type.ts';

/** The URL of a site, as in Astro's configuration. */
export const site: Shape<string> = {
  noun: 'the URL of a site',
  read(node, scope) {
    if (node.kind !== 'scalar') return wrongType(node, 'a string', scope, 'write a single URL');
    const url = readVisibleText(node, scope)?.trim();
    if (url === undefined) return;
    if (/^https?:\/\/(?![/\\])\S+$/i.test(url) && URL.canParse(url)) return url;
    const host = /^[\w-]+(?:\.[\w-]+)+(?:[:/]\S*)?$/.test(url) ? url : 'example.com';
    scope.report('bad-value', node, {
      message: `"${url}" is not the URL of a site`,
      help: `write the whole URL, such as "https://${host}"`,
    });
    return;
  },
  schema: () => ({
    type: 'string',
    pattern: '^[ \\t\\r\\n]*[Hh][Tt][Tt][Pp][Ss]?://[^ \\t\\r\\n/\\\\]',
    patternErrorMessage: 'A URL that starts with https:// or http://.',
  }),
};
