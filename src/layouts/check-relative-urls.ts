import { posix } from 'node:path';
import type { Report } from '../diagnostics/report.ts';
import type { FieldContent } from '../markdown/parse-fields.ts';
import type { Place } from '../model/place.ts';
import type { Locate } from '../schema/read-page.ts';
import { isRelativePath } from '../text/is-relative-path.ts';
import { type ShownUrl, shownUrls } from './shown-urls.ts';

/** Reports relative URLs that are shown in several folders, as they lead to another place in each. */
export function checkRelativeUrls(
  places: readonly Place[],
  contentIn: (place: Place) => FieldContent,
  locate: Locate,
  report: Report,
): void {
  const folders = places.map(({ display: { path = '' } }) => posix.dirname(posix.normalize(path)));
  if (new Set(folders).size < 2) return;
  const isTranslated = new Set(places.map(({ lang }) => lang)).size > 1;
  // In each language, a text is another object.
  const keyOf = ({ owner, rangeOf }: ShownUrl) => (isTranslated ? rangeOf()?.start : owner);
  const found = new Map<unknown, ShownUrl & { folders: Set<string> }>();
  for (const [index, place] of places.entries()) {
    for (const shown of shownUrls(place, contentIn(place), locate)) {
      if (!isRelativePath(shown.url)) continue;
      const key = keyOf(shown);
      const each = found.get(key) ?? { ...shown, folders: new Set() };
      found.set(key, each);
      each.folders.add(folders[index] as string);
    }
  }
  for (const { url, rangeOf, folders: shown } of found.values()) {
    if (shown.size > 1) report('url-relative', rangeOf(), { url });
  }
}
