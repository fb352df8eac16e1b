import type { FieldContent } from '../markdown/parse-fields.ts';
import { markdownFieldsIn } from '../model/markdown-fields-in.ts';
import type { Place } from '../model/place.ts';
import type { ResolvedStyle } from '../model/style.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import type { Range } from '../text/range.ts';
import type { Column, Flavor } from '../types.ts';

/** A URL that is shown in a place, and the object of the page, or the part of a field, that has it. */
export interface ShownUrl {
  owner: object;
  url: string;
  /** Whether it is the URL of an image in a field. */
  isImage?: boolean | undefined;
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
    if (fields.has(each.field) && !hidden.has(each.field)) yield { ...each, owner: each };
  }
}
