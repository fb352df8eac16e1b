import { reportUrl } from '../diagnostics/report-url.ts';
import { SCHEMES } from '../text/url-scheme.ts';
import type { Shape } from './shape.ts';
import { readVisibleText, textSchema } from './text-shape.ts';
import { translated } from './translated.ts';
import { wrongType } from './wrong-type.ts';

/** A URL with an allowed scheme, or a relative URL, as written in the source. */
export const url: Shape<string> = {
  noun: 'a URL',
  read(node, scope) {
    if (node.kind !== 'scalar') return wrongType(node, 'a string', scope, 'write a single URL');
    // As in the URL standard, other white space is part of the URL.
    const text = readVisibleText(node, scope)?.replace(
      /^[\t\n\f\r ]+|(?<![\t\n\f\r ])[\t\n\f\r ]+$/g,
      '',
    );
    if (text === undefined) return;
    reportUrl(text, () => node, scope.report);
    return text;
  },
  schema: (definitions) =>
    textSchema(definitions, {
      name: 'urlString',
      never: otherSchemes(SCHEMES),
      message: 'A URL: http:, https:, mailto:, or relative.',
    }),
};

/** A URL, or one for each language. */
export const translatedUrl = translated('url', url);

/** A pattern for the start of a URL with a scheme other than these. */
export function otherSchemes(schemes: readonly string[]): string {
  return `\\s*(?!${schemes.map(schemePattern).join('|')})[A-Za-z][A-Za-z0-9+.\\t\\r\\n-]*:`;
}

/** A pattern for a scheme as browsers read it; see `forbiddenScheme`. */
function schemePattern(scheme: string): string {
  const letters = [...scheme].map((each) =>
    each.replace(/[a-z]/, `[${each.toUpperCase()}${each}]`),
  );
  return letters.join('[\\t\\r\\n]*');
}
