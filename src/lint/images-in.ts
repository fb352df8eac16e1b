import { shownImages } from '../layouts/shown-images.ts';
import { creditsIn } from '../model/walk-sections.ts';
import type { Node } from '../source/nodes.ts';
import type { Image } from '../types.ts';
import type { LintedSource } from './lint-rule.ts';

/** A picture that a page shows. */
interface ShownImage {
  /** A path or URL. */
  src: string;
  /** Where it is written. */
  node: Node;
  /** The largest width in CSS pixels that a gallery shows it with, or `undefined` without a gallery. */
  size: number | undefined;
}

/** Returns the pictures that pages show, each place in the source once. */
export function imagesIn({ page, places, locate }: LintedSource): ShownImage[] {
  const sizes = new Map<Image, number | undefined>();
  for (const { content, format } of places) {
    for (const { image, style } of shownImages(content, format)) {
      const known = sizes.get(image);
      sizes.set(image, style.layout === 'gallery' ? Math.max(style.size, known ?? 0) : known);
    }
  }
  if (sizes.size === 0) return [];
  const owners = new Map(
    [...creditsIn(page)].flatMap((credit) =>
      'name' in credit && credit.image ? [[credit.image, credit]] : [],
    ),
  );
  return [...sizes].flatMap(([image, size]) => {
    const { alt: _, ...sources } = image;
    const owner = owners.get(image);
    return Object.entries(sources).flatMap(([key, src]) => {
      // The picture of a handle is not written in the source.
      const node = locate(image, key) ?? locate(image) ?? (owner && locate(owner, 'person'));
      return node ? [{ src, node, size }] : [];
    });
  });
}
