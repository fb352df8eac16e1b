import { forbiddenScheme, lacksScheme } from '../text/url-scheme.ts';
import type { Range, Report } from './report.ts';

/** Reports a URL with a forbidden scheme, or one that seems to lack its scheme. */
export function reportUrl(url: string, range: () => Range, report: Report): void {
  const scheme = forbiddenScheme(url);
  if (scheme !== undefined) report('url-scheme', range(), { scheme });
  else if (lacksScheme(url)) report('url-no-scheme', range(), { url });
}
