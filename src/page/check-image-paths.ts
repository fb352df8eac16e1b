import type { Report } from '../diagnostics/report.ts';
import { shownImages } from '../layouts/shown-images.ts';
import type { Place } from '../model/place.ts';
import type { Locate } from '../schema/read-page.ts';
import { isRelativePath } from '../text/is-relative-path.ts';

/**
 * Reports pictures that Astro cannot load. Even if it is percent-encoded, Vite takes a `#` or `?` in a path
 * for the start of a fragment or a query.
 */
export function checkImagePaths(
  { content, format, imageUrl }: Place,
  locate: Locate,
  report: Report,
): void {
  if (!imageUrl) return;
  for (const { image } of shownImages(content, format)) {
    const { alt: _, ...sources } = image;
    for (const [key, path] of Object.entries(sources)) {
      const encoded = isRelativePath(path) && /%23|%3F/.exec(imageUrl(path))?.[0];
      if (!encoded) continue;
      const character = decodeURIComponent(encoded);
      report('image-name', locate(image, key) ?? locate(image), { path, character });
    }
  }
}
