/** The attributes of the element around a gallery, for writing and recognizing it. */
import { GALLERY_CLASS } from '../../model/gallery-class.ts';
import { defaultStyle } from '../../model/style.ts';

/** What the attributes of a gallery say about it. */
export interface GalleryLook {
  /** The width of a picture in CSS pixels. */
  size: number;
  /** Whether all credits are people. */
  isPeople: boolean;
}

const PEOPLE_CLASS = 'credits-people';

export function galleryAttributes({ size, isPeople }: GalleryLook): Record<string, string> {
  return {
    class: isPeople ? `${GALLERY_CLASS} ${PEOPLE_CLASS}` : GALLERY_CLASS,
    ...(size !== defaultStyle.size && { style: `--credits-size: ${size}px` }),
  };
}

const OPENING_TAG = new RegExp(
  `^<div class="${GALLERY_CLASS}( ${PEOPLE_CLASS})?"(?: style="--credits-size: (\\d+)px")?>(?=\\n|$)`,
);

/** Returns what the opening tag at the start of Markdown says, or `undefined` if it is another tag. */
export function readOpeningTag(markdown: string): GalleryLook | undefined {
  const match = OPENING_TAG.exec(markdown);
  if (!match) return;
  const [, people, size] = match;
  return {
    size: size === undefined ? defaultStyle.size : Number(size),
    isPeople: people !== undefined,
  };
}
