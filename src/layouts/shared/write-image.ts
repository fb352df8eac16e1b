/** Writes the picture of a credit. */
import type { Image as ImageNode } from 'mdast';
import { attributeText } from '../../stringify/util/html-link.ts';
import { percentEncode } from '../../text/percent-encode.ts';
import type { Format, Image } from '../../types.ts';
import type { WriteContext } from '../layout.ts';
import type { Piece } from './pieces.ts';

/** Returns the URL of a picture, or those of the pictures for light and dark color schemes. */
function imageUrls(image: Image, { flavor, imageUrl }: WriteContext): string[] {
  const sources = 'src' in image ? [image.src] : [image.light, image.dark];
  const urls = sources.map(imageUrl);
  return flavor === 'github' ? urls : urls.map(escapePercent);
}

/** Returns `![alt](src)`, or `![alt](light)` and `![alt](dark)`. */
export function imageNodes(image: Image, context: WriteContext): ImageNode[] {
  const { alt = '' } = image;
  return imageUrls(image, context).map((url) => ({ type: 'image', url, title: null, alt }));
}

/** Encodes each `%` that does not encode a byte, as Astro cannot decode it. */
function escapePercent(url: string): string {
  return url.replace(/%(?![\da-f]{2})/gi, '%25');
}

/**
 * Returns `<img>` for GitHub, with its attributes except the URL. With two pictures, it is in a `<picture>`.
 *
 * @see https://docs.github.com/en/get-started/writing-on-github/getting-started-with-writing-and-formatting-on-github/basic-writing-and-formatting-syntax#images
 */
export function imageHtml(
  image: Image,
  attributes: Record<string, string | number>,
  context: WriteContext,
): string {
  const [src = '', dark] = imageUrls(image, context).map(percentEncode);
  const img = htmlTag('img', { src, ...attributes });
  if (dark === undefined) return img;
  // A comma at an end would separate URLs.
  const srcset = dark.replace(/^,|,$/g, '%2C');
  const media = '(prefers-color-scheme: dark)';
  return `<picture>${htmlTag('source', { media, srcset })}${img}</picture>`;
}

export function htmlTag(name: string, attributes: Record<string, string | number>): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${attributeText(String(value))}"`,
  );
  return `<${name}${written.join('')}>`;
}

/**
 * Returns a picture. The style sheet limits its size. Of two for the color schemes, Starlight hides one by
 * its class.
 *
 * @see https://github.com/withastro/starlight/blob/main/packages/starlight/components/SiteTitle.astro
 */
export function imagePieces(image: Image | undefined, context: WriteContext): Piece[] {
  if (!image) return [];
  const [light, dark] = imageNodes(image, context);
  if (context.flavor === 'github') {
    if (!dark) return [light];
    const { alt = '' } = image;
    // In a table, a vertical bar would end the cell.
    const html = imageHtml(image, { alt }, context).replaceAll('|', '&#124;');
    return [{ type: 'html', value: html }];
  }
  if (!light || !dark) return light ? inSpan('', light, context.format) : [];
  return [
    ...inSpan(' dark:sl-hidden', light, context.format),
    ' ',
    ...inSpan(' light:sl-hidden', dark, context.format),
  ];
}

function inSpan(more: string, image: ImageNode, format: Format): Piece[] {
  const value = `credits-image${more}`;
  if (format === 'md') {
    return [
      { type: 'html', value: `<span class="${value}">` },
      image,
      { type: 'html', value: '</span>' },
    ];
  }
  const attribute = { type: 'mdxJsxAttribute' as const, name: 'class', value };
  return [{ type: 'mdxJsxTextElement', name: 'span', attributes: [attribute], children: [image] }];
}
