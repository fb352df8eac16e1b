import type { PhrasingContent, RootContent } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import { cardComponent } from '../../model/card-components.ts';
import { flattenCredits } from '../../model/walk-sections.ts';
import { escapeHtml } from '../../text/escape-html.ts';
import { percentEncode } from '../../text/percent-encode.ts';
import type { NestedEntry } from '../../types.ts';
import type { WriteContext, WriteLayout } from '../layout.ts';
import { phrasingOf } from '../shared/pieces.ts';
import { imagePieces } from '../shared/write-image.ts';
import { creditUrl, writeParts } from '../shared/write-parts.ts';
import { escapeText, writeHtml } from './write-html.ts';

/**
 * Writes grids of Starlight's cards: a `LinkCard` for a credit with a URL, otherwise a `Card`. A
 * string credit is a paragraph between two grids.
 */
export const writeCards: WriteLayout = (credits, context) => {
  const content: RootContent[] = [];
  let grid: MdxJsxFlowElement | undefined;
  for (const credit of flattenCredits(credits)) {
    if ('markdown' in credit) {
      content.push({ type: 'paragraph', children: context.fields.phrasing(credit) });
      grid = undefined;
      continue;
    }
    if (!grid) {
      grid = jsxElement('CardGrid', {});
      content.push(grid);
    }
    grid.children.push(creditCard(credit, context));
  }
  return content;
};

function creditCard(credit: NestedEntry, context: WriteContext): MdxJsxFlowElement {
  const { name, url, image } = credit;
  const component = cardComponent(credit);
  const title = escapeText(name);
  if (component === 'Card') {
    const target = creditUrl(credit, context.handles);
    const href = target === undefined ? '' : escapeHtml(percentEncode(target), /&/g);
    const linked = href === '' ? title : `<a href="${href}">${title}</a>`;
    const picture = phrasingOf(imagePieces(image, context));
    return jsxElement(component, { title: linked }, picture, cardContent(credit, context));
  }
  const description = writeHtml(cardContent({ ...credit, links: [] }, context));
  return jsxElement(component, {
    title,
    ...(url !== undefined && { href: percentEncode(url) }),
    ...(description !== '' && { description }),
  });
}

/** The parts of a credit. The space that would follow the name on a line is left out. */
function cardContent(credit: NestedEntry, context: WriteContext): PhrasingContent[] {
  const content = phrasingOf(writeParts(credit, context, { named: false }));
  const [first, ...rest] = content;
  return first?.type === 'text' ? phrasingOf(first.value.replace(/^ /, ''), rest) : content;
}

function jsxElement(
  name: string,
  attributes: Record<string, string>,
  ...paragraphs: PhrasingContent[][]
): MdxJsxFlowElement {
  return {
    type: 'mdxJsxFlowElement',
    name,
    attributes: Object.entries(attributes).map(([key, value]) => ({
      type: 'mdxJsxAttribute',
      name: key,
      value,
    })),
    children: paragraphs
      .filter((children) => children.length > 0)
      .map((children) => ({ type: 'paragraph', children })),
  };
}
