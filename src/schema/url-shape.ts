import type { Range, Report } from '../diagnostics/report.ts';
import { isWords } from '../text/visible-text.ts';
import { wrongType } from './read-nodes.ts';
import type { Shape } from './shape.ts';
import { readText, textSchema } from './text-shape.ts';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** A URL with an allowed scheme, or a relative URL, as written in the source. */
export const url: Shape<string> = {
  noun: 'a URL',
  read(node, scope) {
    if (node.kind !== 'scalar') return wrongType(node, 'a string', scope);
    const { value } = node;
    const text = (isWords(value) ? value : readText(node, scope))?.trim();
    if (text === undefined) return;
    if (text === '') {
      scope.report('text-empty', node, {});
      return;
    }
    if (!isWeb(text)) reportUrl(text, () => node, scope.report);
    return text;
  },
  schema: () =>
    textSchema({
      never: `\\s*(?!${[...ALLOWED].map(schemePattern).join('|')})[A-Za-z][A-Za-z0-9+.\\t\\r\\n-]*:`,
      message: 'A URL: http:, https:, mailto:, or relative.',
    }),
};

/** Whether a URL needs no check, as most do. */
function isWeb(url: string): boolean {
  return url.startsWith('https://') || url.startsWith('http://');
}

/** A pattern for a scheme as browsers read it; see `forbiddenScheme`. */
function schemePattern(scheme: string): string {
  const letters = [...scheme].map((each) =>
    each.replace(/[a-z]/, `[${each.toUpperCase()}${each}]`),
  );
  return letters.join('[\\t\\r\\n]*');
}

/** Reports a URL with a forbidden scheme, or one that seems to lack its scheme. */
export function reportUrl(url: string, range: () => Range, report: Report): void {
  const scheme = forbiddenScheme(url);
  if (scheme !== undefined) report('url-scheme', range(), { scheme });
  else if (lacksScheme(url)) report('url-no-scheme', range(), { url });
}

/** Frequent top-level domains that are not also file extensions. */
const TOP_LEVEL =
  'com|org|net|edu|gov|info|io|dev|app|ai|me|co|uk|de|fr|eu|nl|jp|cn|ch|at|us|ca|au|in|br|se|no|fi|dk|es|it|ru|cz|be';

/** Host names that have a path or end in such a domain, and email addresses. */
const ELSEWHERE = new RegExp(
  `^(?:[^\\s/?#@:]+@)?(?:www\\.)?(?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+(?:\\p{L}{2,}(?=[/:])|(?:${TOP_LEVEL})(?=[?#]|$))`,
  'iu',
);

/** Whether a relative URL looks like the URL of another host. */
function lacksScheme(url: string): boolean {
  // Most URLs have a scheme, and compiling the expression takes longer than reading a page.
  return !/^(?:https?|mailto):/i.test(url) && ELSEWHERE.test(url);
}

/**
 * Returns the scheme of a URL, with its colon, if it is forbidden. Like browsers, it ignores leading
 * white space and control characters.
 *
 * @see https://url.spec.whatwg.org/#concept-basic-url-parser
 */
export function forbiddenScheme(url: string): string | undefined {
  const bare = url.replace(/^[\0- ]+|[\t\r\n]/g, '');
  const scheme = /^[a-z][a-z0-9+.-]*:/i.exec(bare)?.[0];
  return scheme && !ALLOWED.has(scheme.toLowerCase()) ? scheme : undefined;
}
