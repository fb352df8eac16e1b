import { rangeOf } from '../source/parse.ts';
import type { Shape } from './shape.ts';
import { scalarSchema, written } from './text.ts';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** A URL with an allowed scheme, or a relative one, as it was written. */
export const url: Shape<string> = {
  noun: 'a URL',
  read(node, scope) {
    const text = written(node, scope)?.trim();
    if (text === undefined) return;
    if (text === '') {
      scope.report('text-empty', rangeOf(node), {});
      return;
    }
    const scheme = forbiddenScheme(text);
    if (scheme === undefined) return text;
    scope.report('url-scheme', rangeOf(node), { scheme });
    return;
  },
  schema: () => ({
    ...scalarSchema,
    format: 'uri-reference',
    pattern: '^\\s*([Hh][Tt][Tt][Pp][Ss]?:|[Mm][Aa][Ii][Ll][Tt][Oo]:|(?![A-Za-z][A-Za-z0-9+.-]*:))',
  }),
};

/**
 * The scheme of a URL, colon included, if it is none of those that a page may link to. Browsers
 * drop white space and controls before they look for a scheme, and so does this.
 *
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function forbiddenScheme(url: string): string | undefined {
  const bare = url.replace(/^[\0- ]+|[\t\r\n]/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0];
  return scheme && !ALLOWED.has(scheme.toLowerCase()) ? scheme : undefined;
}
