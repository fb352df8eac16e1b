import type { Range, Report } from '../diagnostics/report.ts';
import { textSchema, written } from './plain-text.ts';
import type { Shape } from './shape.ts';

const ALLOWED = new Set(['http:', 'https:', 'mailto:']);

/** A URL with an allowed scheme, or a relative one, as it was written. */
export const url: Shape<string> = {
  noun: 'a URL',
  read(node, scope) {
    const text = written(node, scope)?.trim();
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

/** Whether there is nothing to report of a URL: most are addresses of the web. */
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

/** Reports a URL that a page must not link to, or that is likely not the one that was meant. */
export function reportUrl(url: string, range: () => Range, report: Report): void {
  const scheme = forbiddenScheme(url);
  if (scheme !== undefined) report('url-scheme', range(), { scheme });
  else if (lacksScheme(url)) report('url-no-scheme', range(), { url });
}

/** The last parts of most names of hosts that are no endings of files. */
const TOP_LEVEL =
  'com|org|net|edu|gov|info|io|dev|app|ai|me|co|uk|de|fr|eu|nl|jp|cn|ch|at|us|ca|au|in|br|se|no|fi|dk|es|it|ru|cz|be';

/** Names of hosts, with a path or such an ending, and mail addresses. */
const ELSEWHERE = new RegExp(
  `^(?:[^\\s/?#@:]+@)?(?:www\\.)?(?:[\\p{L}\\d](?:[\\p{L}\\d-]*[\\p{L}\\d])?\\.)+(?:\\p{L}{2,}(?=[/:])|(?:${TOP_LEVEL})(?=[?#]|$))`,
  'iu',
);

/** Whether a relative URL looks like one of another host. */
function lacksScheme(url: string): boolean {
  // To compile the expression takes longer than to read a page, and most URLs have a scheme.
  return !/^(?:https?|mailto):/i.test(url) && ELSEWHERE.test(url);
}

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
