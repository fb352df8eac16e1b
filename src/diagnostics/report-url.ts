import type { Range } from '../text/range.ts';
import { isUsualUrl, urlProblem } from '../text/url-problem.ts';
import { forbiddenScheme, lacksScheme } from '../text/url-scheme.ts';
import type { Report } from './report.ts';

/**
 * Reports a URL with a forbidden scheme, one that seems to lack its scheme, or one that cannot work.
 *
 * @param isMarkdown whether it is the destination of a link in Markdown
 */
export function reportUrl(
  url: string,
  range: () => Range,
  report: Report,
  isMarkdown = false,
): void {
  if (isUsualUrl(url)) return;
  const scheme = forbiddenScheme(url);
  const problem = scheme === undefined ? urlProblem(url, isMarkdown) : undefined;
  if (scheme !== undefined) report('url-scheme', range(), { scheme });
  else if (problem) report('url-invalid', range(), { url, ...problem });
  else if (lacksScheme(url)) report('url-no-scheme', range(), { url });
}
