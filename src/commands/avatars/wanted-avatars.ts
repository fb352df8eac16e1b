import type { Range } from '../../diagnostics/report.ts';
import { valueOfKey } from '../../source/nodes.ts';
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

/** The width of a picture in CSS pixels. Screens may have twice as many. */
const DEFAULT_SIZE = 96;

/** Returns the pictures of people with a handle and no local picture, each handle once. */
export function wantedAvatars(content: SourceContent): WantedAvatar[] {
  const { page } = content.read;
  const size = 2 * DEFAULT_SIZE;
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
