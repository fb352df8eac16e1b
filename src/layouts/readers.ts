/** The functions that recognize each layout. Only `import` loads this module. */
import type { RootContent } from 'mdast';
import type { MarkdownPage } from '../markdown/markdown-page.ts';
import type { ImportedCredits } from '../model/imported-page.ts';
import { readCards } from './cards/read.ts';
import { readGallery } from './gallery/read.ts';
import { readFaces } from './gallery/read-faces.ts';
import { readRows } from './gallery/read-rows.ts';
import type { LayoutName } from './layout.ts';
import { readCreditList } from './list/read.ts';
import { readNames } from './names/read.ts';
import { readTable } from './table/read.ts';

/**
 * Returns the credits in a block, and in blocks after it, or `undefined` if they do not have the layout.
 *
 * @param index the index of the block in the page
 */
type ReadLayout = (
  block: RootContent,
  page: MarkdownPage,
  index: number,
) => ImportedCredits | undefined;

export const layoutReaders: Record<LayoutName, ReadLayout> = {
  list: (block, page) => (block.type === 'list' ? readCreditList(block, page) : undefined),
  names: (block, page) => (block.type === 'paragraph' ? readNames(block, page) : undefined),
  table: (block, page) => (block.type === 'table' ? readTable(block, page) : undefined),
  cards: (block, page) => (block.type === 'mdxJsxFlowElement' ? readCards(block, page) : undefined),
  gallery: (...at) => readGallery(...at) ?? readFaces(...at) ?? readRows(...at),
};
