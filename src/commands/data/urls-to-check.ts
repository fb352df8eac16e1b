import { urlMatcher } from '../../text/url-globs.ts';
import type { SourceContent } from '../check-source-file.ts';
import { urlsInSource } from './urls-in-source.ts';

/**
 * Returns the web URLs of a source, as the URL standard serializes them, in the order of the source. Each
 * is returned once. Those that the source excludes are left out, as are relative ones.
 */
export async function urlsToCheck(content: SourceContent): Promise<string[]> {
  const { exclude = [] } = content.checked.page.links ?? {};
  const isExcluded = urlMatcher(exclude);
  const found = new Set<string>();
  for (const { url: written } of await urlsInSource(content)) {
    const url = webUrl(written);
    if (url !== undefined && !isExcluded(url) && !isExcluded(written)) found.add(url);
  }
  return [...found];
}

/** Returns a URL with the scheme `http:` or `https:` as the URL standard serializes it. */
function webUrl(written: string): string | undefined {
  if (!/^\s*https?:/i.test(written) || !URL.canParse(written)) return;
  return new URL(written).href;
}
