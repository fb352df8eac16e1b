/** Recognizes the picture of a credit. */
import type { Image as ImageNode } from 'mdast';
import type { MarkdownPage } from '../../markdown/markdown-page.ts';
import type { ImportedEntry } from '../../model/imported-page.ts';
import type { Image } from '../../types.ts';
import { NODE_PATTERN, nodeAt, type Phrase } from './phrase.ts';

const PICTURES = new RegExp(`^(?:${NODE_PATTERN}(?: |$)){1,2}`);

/** Splits a phrase into the picture at its start, which may be two images, and the rest. */
export function splitImage(phrase: Phrase): { image?: Image; rest: string } {
  const { text: rest, page } = phrase;
  const [written = ''] = PICTURES.exec(rest) ?? [];
  const nodes = written.split(' ').map((character) => nodeAt(phrase, character));
  const [first, second] = nodes;
  if (first?.type !== 'image') return { rest };
  const isPair = second?.type === 'image';
  const image = readImage(isPair ? [first, second] : [first], page);
  return image ? { image, rest: rest.slice(isPair ? 4 : 2) } : { rest };
}

/** Returns a picture, or one for each color scheme. Images with titles or other `alt` are not pictures. */
export function readImage(nodes: readonly ImageNode[], page: MarkdownPage): Image | undefined {
  const [alt, otherAlt] = new Set(nodes.map((node) => node.alt ?? ''));
  if (otherAlt !== undefined || nodes.some(({ title }) => title)) return;
  return imageAt(
    nodes.map(({ url }) => url),
    alt,
    page,
  );
}

/** Returns the picture at a URL, or at one for each color scheme. */
export function imageAt(
  urls: readonly string[],
  alt: string | undefined,
  { pictures }: MarkdownPage,
): Image {
  const [src = '', dark] = urls.map((url) => pictures?.sourceOf(url) ?? url);
  return {
    ...(dark === undefined ? { src } : { light: src, dark }),
    ...(alt && { alt }),
  };
}

/** Adds a picture to a credit, or to the person who is credited. */
export function withImage(
  entry: ImportedEntry,
  image: Image | undefined,
  page: MarkdownPage,
): ImportedEntry {
  const { person } = entry;
  if (!person) return { ...entry, ...(image && { image }) };
  const picture = personImage(image, person.handle, page);
  return { ...entry, person: { ...person, ...(picture && { image: picture }) } };
}

/** Returns the picture of a person, or `undefined` if a build finds it by the handle. */
function personImage(
  image: Image | undefined,
  handle: string | undefined,
  { pictures }: MarkdownPage,
): Image | undefined {
  const isFound =
    image !== undefined &&
    handle !== undefined &&
    'src' in image &&
    image.alt === undefined &&
    image.src === pictures?.avatarOf(handle);
  return isFound ? undefined : image;
}
