import { defaultStyle } from '../../model/style.ts';
import { walkSections } from '../../model/walk-sections.ts';
import { valueOfKey } from '../../source/nodes.ts';
import type { Range } from '../../text/range.ts';
import type { SourceContent } from '../check-source-file.ts';
import { peopleInSource } from '../people-in-source.ts';
import { type PictureRequest, requestForHandle } from './picture-request.ts';

/** A picture that a page may show. */
export interface WantedAvatar {
  handle: string;
  /** The person in the source. */
  range: Range | undefined;
  /** `undefined` if the source does not say where pictures are. */
  request: PictureRequest | undefined;
}

/** Returns the pictures of people with a handle and no local picture, each handle once. */
export function wantedAvatars(content: SourceContent): WantedAvatar[] {
  const { page } = content.read;
  // Screens may have two pixels for one of CSS.
  const size = 2 * largestSize(content);
  const wanted = new Map<string, WantedAvatar & { hasUrl: boolean }>();
  for (const { person, node } of peopleInSource(content.read)) {
    const { handle, image } = person;
    if (handle === undefined) continue;
    const src = image && ('src' in image ? image.src : image.light);
    const url = src && /^https?:/i.test(src) ? src : undefined;
    if (src !== undefined && url === undefined) continue;
    // File systems may ignore case, as forges do.
    const key = handle.toLowerCase();
    const known = wanted.get(key);
    if (known && (known.hasUrl || url === undefined)) continue;
    wanted.set(key, {
      handle: known?.handle ?? handle,
      range: valueOfKey(node, 'handle') ?? node,
      request: url === undefined ? requestForHandle(page.handles, handle, size) : { url },
      hasUrl: url !== undefined,
    });
  }
  return [...wanted.values()];
}

/** Returns the largest width of a gallery in CSS pixels, or the default if there is no gallery. */
function largestSize({ places }: SourceContent): number {
  const sizes = places.flatMap(({ content }) =>
    [...walkSections(content)].flatMap((part) =>
      'style' in part && part.style.layout === 'gallery' ? [part.style.size] : [],
    ),
  );
  return sizes.length > 0 ? Math.max(...sizes) : defaultStyle.size;
}
