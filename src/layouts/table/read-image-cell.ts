/** Reads a cell with the picture of a credit. */
import type { TableCell } from 'mdast';
import { endOf, type MarkdownPage, sliceOf, startOf } from '../../markdown/markdown-page.ts';
import type { Image } from '../../types.ts';
import { readHtmlText } from '../cards/read-html.ts';
import { imageAt, readImage } from '../shared/read-image.ts';

/** One picture, or two for the color schemes. `!` represents an image. */
const CELL =
  /^(?:!|<span class="credits-image">!<\/span>|<span class="credits-image dark:sl-hidden">!<\/span> <span class="credits-image light:sl-hidden">!<\/span>)$/;

/** Two pictures in a view for GitHub. */
const PICTURE =
  /^<picture><source media="\(prefers-color-scheme: dark\)" srcset="([^"]*)"><img src="([^"]*)" alt="([^"]*)"><\/picture>$/;

/** Returns the picture in a cell, and whether it is written for GitHub, or `undefined` if it is another cell. */
export function readImageCell(
  { children }: TableCell,
  page: MarkdownPage,
): { image: Image; isForGitHub: boolean } | undefined {
  const [first, last] = [children[0], children.at(-1)];
  if (!first || !last) return;
  const markdown = page.body.slice(startOf(first), endOf(last));
  const [, dark = '', src = '', alt = ''] = (PICTURE.exec(markdown) ?? []).map(
    (value) => readHtmlText(value) ?? value,
  );
  if (src) return { image: imageAt([src, dark], alt, page), isForGitHub: true };
  const images = children
    .flatMap((node) => (node.type === 'mdxJsxTextElement' ? node.children : [node]))
    .filter((node) => node.type === 'image');
  const cell = images.reduce(
    (text, image) => text.replace(sliceOf(image, page.body), '!'),
    markdown,
  );
  const image = CELL.test(cell) ? readImage(images, page) : undefined;
  return image && { image, isForGitHub: cell === '!' };
}
