/** Recognizes credits in a gallery that was built. */
import type { List, ListItem, RootContent } from 'mdast';
import { type MarkdownPage, startOf } from '../../markdown/markdown-page.ts';
import { trimMarkdown } from '../../markdown/markdown-slices.ts';
import type { ImportedCredit, ImportedCredits, ImportedEntry } from '../../model/imported-page.ts';
import type { Image, Person } from '../../types.ts';
import { readCreditList, readItemLine } from '../list/read.ts';
import {
  isLiteralAutolink,
  markdownOf,
  nodeAt,
  type Phrase,
  phraseOf,
  phraseText,
} from '../shared/phrase.ts';
import { handleIn, splitHandle, splitHandleAtEnd } from '../shared/read-handle.ts';
import { splitImage, withImage } from '../shared/read-image.ts';
import { creditOf } from '../shared/read-people.ts';
import { type GalleryLook, readOpeningTag } from './attributes.ts';

/**
 * Returns the credits in a gallery, and the string credits in a list after it, or `undefined` if the
 * blocks are not a gallery.
 *
 * @param index the index of the block in the page
 */
export function readGallery(
  block: RootContent,
  page: MarkdownPage,
  index: number,
): ImportedCredits | undefined {
  const found = findList(block, page, index);
  const items = found?.list.children.map((item) => readItem(item, page)) ?? [];
  const bold = new Set(items.flatMap((item) => item?.bold ?? []));
  if (!found || items.includes(undefined) || bold.size > 1) return;
  const { look, nodes } = found;
  const after = page.tree.children[index + nodes.length];
  const strings = stringCredits(after, page);
  return {
    credits: [
      ...(items as GalleryItem[]).map((item) => galleryCredit(item, look.isPeople, page)),
      ...strings,
    ],
    style: { layout: 'gallery', size: look.size, ...(bold.size > 0 && { bold: bold.has(true) }) },
    nodes: after && strings.length > 0 ? [...nodes, after] : nodes,
  };
}

/** Returns the list in the element of a gallery, which is three blocks in Markdown and one in MDX. */
function findList(
  block: RootContent,
  page: MarkdownPage,
  index: number,
): { list: List; look: GalleryLook; nodes: RootContent[] } | undefined {
  const isElement = block.type === 'mdxJsxFlowElement';
  const nodes = isElement ? [block] : page.tree.children.slice(index, index + 3);
  const [list, end] = isElement ? block.children : nodes.slice(1);
  const isClosed = isElement ? !end : end?.type === 'html' && end.value === '</div>';
  if (!isClosed || list?.type !== 'list' || list.ordered) return;
  const look = readOpeningTag(page.body.slice(startOf(block)));
  return look && { list, look, nodes };
}

/** Returns the credits of a list if all of them are string credits. */
function stringCredits(block: RootContent | undefined, page: MarkdownPage): ImportedCredit[] {
  const credits = (block?.type === 'list' && readCreditList(block, page)?.credits) || [];
  return credits.every((credit) => typeof credit === 'string') ? credits : [];
}

/** The parts of an item. */
interface GalleryItem {
  name: string;
  url?: string;
  image?: Image | undefined;
  handle?: string | undefined;
  description?: string;
  /** Whether a name that is not a link is strong, if the style decides it. */
  bold?: boolean;
}

/** Returns the parts of `[![alt](src) Name](url) (@handle) description`, or `undefined` if it is another line. */
function readItem(item: ListItem, page: MarkdownPage): GalleryItem | undefined {
  const { phrase } = readItemLine(item, page, 0) ?? {};
  if (!phrase) return;
  const { image, rest } = splitImage(phrase);
  const node = nodeAt(phrase, rest.charAt(0));
  if (node?.type === 'link' && !node.title && !isLiteralAutolink(node)) {
    const label = phraseOf(node, page);
    const inner = label && splitImage(label);
    const name = inner && phraseText(inner.rest, label);
    const { url } = node;
    if (name === undefined || image) return;
    return { name, url, image: inner?.image, ...readAfterName(rest.slice(1), phrase) };
  }
  if (node?.type === 'strong') {
    const label = phraseOf(node, page);
    const name = label && phraseText(label.text, label);
    if (name === undefined) return;
    return { name, image, ...readAfterName(rest.slice(1), phrase), bold: true };
  }
  // Without a link or strong text, a description would be a part of the name.
  const { handle, rest: text } = splitHandleAtEnd(rest, phrase);
  const name = phraseText(text, phrase);
  if (name === undefined) return;
  return { name, image, ...(handle !== undefined && { handle, bold: false }) };
}

function readAfterName(text: string, phrase: Phrase): Pick<GalleryItem, 'handle' | 'description'> {
  const { handle, rest } = splitHandle(text, phrase);
  const description = trimMarkdown(markdownOf(rest, phrase));
  return { handle, ...(description !== '' && { description }) };
}

/** Returns the credit of an item. All of them are people, or only those with a handle. */
function galleryCredit(
  { name, url, image, handle, description }: GalleryItem,
  isPeople: boolean,
  page: MarkdownPage,
): ImportedEntry {
  const parts = description === undefined ? {} : { description };
  const credit = { name, ...creditOf({ name, url }, handle, parts, page) };
  const person = credit.person ?? (isPeople ? personOf(name, url) : undefined);
  return withImage({ ...credit, ...(person && { person }) }, image, page);
}

function personOf(name: string, url: string | undefined): Person {
  const handle = handleIn(name);
  const names = handle === undefined ? { name } : { handle };
  return { ...names, ...(url !== undefined && { url }) };
}
