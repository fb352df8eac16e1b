import { posix } from 'node:path';
import type { Range, Report } from '../diagnostics/report.ts';
import type { Place } from '../model/place.ts';
import { flattenCredits, walkSections } from '../model/walk-sections.ts';
import type { Locate } from '../schema/read-page.ts';
import { isRelativePath } from '../text/is-relative-path.ts';
import type { Format, Markdown } from '../types.ts';
import type { FieldContent } from './parse-fields.ts';

/** A relative URL in a Markdown field. */
export interface RelativeUrl {
  field: Markdown;
  url: string;
  rangeOf(): Range;
}

/** Reports relative URLs that are shown in several folders, as they lead to another place in each. */
export function checkRelativeUrls(
  places: readonly Place[],
  fieldsIn: (format: Format) => FieldContent,
  locate: Locate,
  report: Report,
): void {
  const folders = places.map(({ display: { path = '' } }) => posix.dirname(posix.normalize(path)));
  if (new Set(folders).size < 2) return;
  const found = new Map<
    object,
    { url: string; rangeOf(): Range | undefined; folders: Set<string> }
  >();
  for (const [index, { content, format }] of places.entries()) {
    const add = (owner: object, url: string, rangeOf: () => Range | undefined) => {
      const each = found.get(owner) ?? { url, rangeOf, folders: new Set() };
      found.set(owner, each);
      each.folders.add(folders[index] as string);
    };
    const fields = new Set<Markdown>();
    for (const part of walkSections(content)) {
      if ('field' in part) fields.add(part.field);
      for (const credit of 'credits' in part ? flattenCredits(part.credits) : []) {
        if ('markdown' in credit) {
          fields.add(credit);
          continue;
        }
        if (credit.description) fields.add(credit.description);
        for (const owner of [credit, ...(credit.by ?? []), ...(credit.links ?? [])]) {
          if (owner.url !== undefined && isRelativePath(owner.url)) {
            const person = 'person' in owner ? owner.person : undefined;
            add(owner, owner.url, () => locate(owner, 'url') ?? (person && locate(person, 'url')));
          }
        }
      }
    }
    for (const each of fieldsIn(format).relativeUrls) {
      if (fields.has(each.field)) add(each, each.url, each.rangeOf);
    }
  }
  for (const { url, rangeOf, folders: shown } of found.values()) {
    if (shown.size > 1) report('url-relative', rangeOf(), { url });
  }
}
