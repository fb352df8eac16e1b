/** Recognizes the rows of pictures that were built for GitHub. */
import type { RootContent } from 'mdast';
import { type MarkdownPage, sliceOf } from '../../markdown/markdown-page.ts';
import type { ImportedCredits, ImportedEntry } from '../../model/imported-page.ts';
import { readHtmlText } from '../cards/read-html.ts';
import { readCreditList } from '../list/read.ts';
import { imageAt } from '../shared/read-image.ts';
import { creditOf } from '../shared/read-people.ts';

const ROW =
  /^(?:<a href="([^"]*)">)?(?:<picture><source media="\(prefers-color-scheme: dark\)" srcset="([^"]*)">)?<img src="([^"]*)" width="(\d+)" alt="([^"]*)" title="([^"]*)">(?:<\/picture>)?(?:<\/a>)?$/;

/**
 * Returns the credits in rows of pictures, and those in a list after them, or `undefined` if a block is not
 * such rows.
 *
 * @param index the index of the block in the page
 */
export function readRows(
  block: RootContent,
  page: MarkdownPage,
  index: number,
): ImportedCredits | undefined {
  if (page.format === 'mdx' || (block.type !== 'paragraph' && block.type !== 'html')) return;
  const rows = sliceOf(block, page.body)
    .split('\n')
    .map((line) => readRow(line, page));
  const [size, ...otherSizes] = new Set(rows.map((row) => row?.size));
  if (size === undefined || otherSizes.length > 0) return;
  const list = readNameList(page.tree.children[index + 1], page);
  return {
    credits: [...rows.flatMap((row) => row?.entry ?? []), ...(list?.credits ?? [])],
    style: { layout: 'gallery', size },
    nodes: [block, ...(list?.nodes ?? [])],
    isForGitHub: true,
  };
}

/** Returns the credits in a list of names and of string credits, or `undefined` if it is another block. */
function readNameList(
  block: RootContent | undefined,
  page: MarkdownPage,
): ImportedCredits | undefined {
  const list = block?.type === 'list' ? readCreditList(block, page) : undefined;
  const isShown = (key: string) => key === 'name' || key === 'person' || key === 'url';
  const hasOnlyNames = list?.credits.every(
    (credit) => typeof credit === 'string' || Object.keys(credit).every(isShown),
  );
  return hasOnlyNames && !list?.style.bold ? list : undefined;
}

/** Returns the credit and the width of its picture, or `undefined` if a line is not a row. */
function readRow(
  line: string,
  page: MarkdownPage,
): { entry: ImportedEntry; size: number } | undefined {
  const match = ROW.exec(line);
  if (!match) return;
  const [href, dark, src = '', size, written, name] = match
    .slice(1)
    .map((value?: string) => value && (readHtmlText(value) ?? value));
  if (!name) return;
  const urls = dark === undefined ? [src] : [src, dark];
  const image = imageAt(urls, written === name ? undefined : written, page);
  const credit = creditOf({ name, url: href }, undefined, {}, page);
  if (!credit) return;
  const { person, ...rest } = credit;
  return {
    entry: person ? { ...rest, person: { ...person, image } } : { ...rest, image },
    size: Number(size),
  };
}
