import { posix } from 'node:path';
import type { Range, Report } from '../diagnostics/report.ts';
import { markdownFieldsIn } from '../model/markdown-fields-in.ts';
import type { Place } from '../model/place.ts';
import type { ResolvedStyle } from '../model/style.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import { isRelativePath } from '../text/is-relative-path.ts';
import type { Column, Flavor, Markdown } from '../types.ts';
import type { FieldContent } from './parse-fields.ts';

/** A relative URL in a Markdown field: of a link or image, or root-relative in HTML. */
export interface RelativeUrl {
  field: Markdown;
  url: string;
  rangeOf(): Range;
}

/** A URL that is shown in a place, and the object of the page, or the part of a field, that has it. */
interface ShownUrl {
  owner: object;
  url: string;
  rangeOf(): Range | undefined;
}

/** Whether the layout of a list shows a key of its credits. */
function isShown(key: Column, { layout, columns }: ResolvedStyle, flavor: Flavor): boolean {
  if (layout === 'table') return columns?.includes(key) ?? true;
  if (layout === 'gallery' && key === 'description') return flavor !== 'github';
  return key === 'name' || (layout !== 'names' && layout !== 'gallery');
}

/** Yields the URLs of credits, people and links in a place, and the relative URLs of its fields. */
export function* shownUrls(
  { content, flavor }: Place,
  { relativeUrls }: FieldContent,
  locate: Locate,
): Generator<ShownUrl> {
  const hidden = new Set<unknown>();
  for (const part of walkSections(content)) {
    if (!('credits' in part)) continue;
    const shows = (key: Column) => isShown(key, part.style, flavor);
    for (const credit of flattenCredits(part.credits)) {
      if ('markdown' in credit) continue;
      if (!shows('description')) hidden.add(credit.description);
      for (const owner of [
        ...(shows('name') ? [credit] : []),
        ...((shows('by') && credit.by) || []),
        ...((shows('links') && credit.links) || []),
      ]) {
        const { url } = owner;
        if (url === undefined) continue;
        const person = 'person' in owner ? owner.person : undefined;
        const rangeOf = () => locate(owner, 'url') ?? (person && locate(person, 'url'));
        yield { owner, url, rangeOf };
      }
    }
  }
  const fields = relativeUrls.length > 0 ? markdownFieldsIn(content) : new Set();
  for (const each of relativeUrls) {
    if (fields.has(each.field) && !hidden.has(each.field))
      yield { owner: each, url: each.url, rangeOf: each.rangeOf };
  }
}

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
