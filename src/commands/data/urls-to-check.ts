import type { WrittenUrl } from '../../markdown/urls-in-field.ts';
import { globMatcher } from '../../text/glob.ts';
import type { SourceContent } from '../check-source-file.ts';
import { urlsInSource } from './urls-in-source.ts';

/** Characters that are special in globs of paths, and literal in those of URLs. */
const LITERAL = /[?[\\]/g;

/**
 * Returns the web URLs of a source, as the URL standard serializes them, in the order of the source. Each
 * is returned once. Those that the source excludes are left out, as are relative ones.
 */
export async function urlsToCheck(content: SourceContent): Promise<string[]> {
  return [...new Set((await placesToCheck(content)).map(({ href }) => href))];
}

/** A place with a web URL, also as the URL standard serializes it. */
export interface PlaceToCheck extends WrittenUrl {
  href: string;
}

/** Returns every place with one of these URLs. */
export async function placesToCheck(content: SourceContent): Promise<PlaceToCheck[]> {
  const { exclude = [] } = content.checked.page.links ?? {};
  const match = globMatcher(exclude.map((glob) => [glob.replace(LITERAL, '\\$&'), glob]));
  // A glob need not have the fragment of a URL, or the slash at its end.
  const isExcluded = (urls: readonly string[]) =>
    urls.some((url) => {
      const address = url.replace(/#.*$/s, '');
      return [url, address, address.replace(/\/$/, '')].some((each) => match(each).length > 0);
    });
  return (await urlsInSource(content)).flatMap((place) => {
    const href = webUrl(place.url);
    return href === undefined || isExcluded([href, place.url]) ? [] : { ...place, href };
  });
}

/** Returns a URL with the scheme `http:` or `https:` as the URL standard serializes it. */
function webUrl(written: string): string | undefined {
  if (!/^\s*https?:/i.test(written) || !URL.canParse(written)) return;
  return new URL(written).href;
}
