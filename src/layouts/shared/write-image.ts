/** Writes the picture of a credit. */
import type { Image as ImageNode } from 'mdast';
import type { Format, Image } from '../../types.ts';
import type { WriteContext } from '../layout.ts';
import type { Piece } from './pieces.ts';

/** Returns `![alt](src)`, or `![alt](light)` and `![alt](dark)`. */
export function imageNodes(image: Image, { imageUrl }: WriteContext): ImageNode[] {
  const { alt = '' } = image;
  const sources = 'src' in image ? [image.src] : [image.light, image.dark];
  return sources.map((src) => ({
    type: 'image',
    url: escapePercent(imageUrl(src)),
    title: null,
    alt,
  }));
}

/** Encodes each `%` that does not encode a byte, as Astro cannot decode it. */
function escapePercent(url: string): string {
  return url.replace(/%(?![\da-f]{2})/gi, '%25');
}

/**
 * Returns a picture. Of two for the color schemes, Starlight hides one by its class.
 *
 * @see https://github.com/withastro/starlight/blob/main/packages/starlight/components/SiteTitle.astro
 */
export function imagePieces(image: Image | undefined, context: WriteContext): Piece[] {
  if (!image) return [];
  const [light, dark] = imageNodes(image, context);
  if (!light || !dark) return [light];
  return [
    ...inSpan('dark:sl-hidden', light, context.format),
    ' ',
    ...inSpan('light:sl-hidden', dark, context.format),
  ];
}

function inSpan(name: string, image: ImageNode, format: Format): Piece[] {
  if (format === 'md') {
    return [
      { type: 'html', value: `<span class="${name}">` },
      image,
      { type: 'html', value: '</span>' },
    ];
  }
  const attribute = { type: 'mdxJsxAttribute' as const, name: 'class', value: name };
  return [{ type: 'mdxJsxTextElement', name: 'span', attributes: [attribute], children: [image] }];
}
